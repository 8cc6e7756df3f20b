import type { ArrangedPaper } from '../../model/arranged-paper.js';
import type { Organisation } from '../../model/organisation.js';
import type { Problem } from '../../model/problem.js';
import { listBlocks } from '../../model/list-sections.js';
import { checkAcronyms } from '../acronyms.js';
import { checkCalendar } from '../calendar.js';
import { checkColumns } from '../columns.js';
import { checkDateStyles } from '../date-styles.js';
import { checkDescriptions } from '../descriptions.js';
import { isRunningText, listPassages, type Passage } from '../list-passages.js';
import { checkMarkNotes } from '../mark-notes.js';
import { findUntestedClaim } from '../significance-claims.js';
import { checkSigns } from '../signs.js';
import { splitSentences } from '../split-sentences.js';
import { checkStructure } from '../structure.js';
import { checkTenses } from '../tenses.js';
import { checkTypedChanges } from '../typed-changes.js';
import { findTiesInTable } from '../typed-ranks.js';
import { checkTypedShares } from '../typed-shares.js';
import { checkWords } from '../words.js';
import { checkBands } from './bands.js';
import type { CheckableOutsidePaper } from './checkable-outside-paper.js';
import { checkCitedPapers } from './cited-papers.js';
import { listKnownAcronyms } from './known-acronyms.js';
import { checkMarkedStructure } from './marked-structure.js';
import { adviseOutside } from './outside-advice.js';
import { checkPoints } from './points.js';
import { checkRecomputed } from './recomputed.js';
import { checkOutsideReferences } from './references.js';
import { checkRequiredParts, type Demands } from './required-parts.js';
import { checkTableChanges } from './table-changes.js';
import { checkTableSums } from './table-sums.js';

/** Facts about a paper that its file does not have: from the user and the project. */
export interface Circumstances extends Demands {
  /** The day of the meeting, as YYYY-MM-DD. Null if neither the user nor the paper names it: then tenses are not checked. */
  meeting: string | null;
  /** The names and acronyms of the project. Null outside a project. */
  organisation: Pick<Organisation, 'acronyms' | 'names' | 'short'> | null;
}

/** More than 25: the words of an acronym and the title of another paper cannot be told from the author's. */
const LONGEST_SENTENCE = 35;

const CHECKS: ((paper: CheckableOutsidePaper) => Problem[])[] = [
  checkOutsideReferences,
  checkCitedPapers,
  checkPoints,
  checkRecomputed,
  checkTypedChanges,
  checkSigns,
  checkTableSums,
  checkTableChanges,
  checkTies,
  checkBands,
  checkTypedShares,
  checkClaims,
  checkMarkNotes,
  (paper) => checkColumns(paper, { percentOnly: true }), // rows may be different measures
  checkAcronyms,
  checkDateStyles,
  checkCalendar,
  checkTenses,
  (paper) => checkWords(paper, LONGEST_SENTENCE),
  checkDescriptions,
  checkMarkedStructure,
  checkOtherStructure,
];

const NO_MEETING = '';

/** Checks a paper that was written without this program, as far as that needs no data. */
export function checkOutsidePaper(document: ArrangedPaper, circumstances: Circumstances): Problem[] {
  const passages = listPassages(document);
  const sentences = passages
    .filter((passage) => isRunningText(passage) && !isInCapitals(passage))
    .flatMap(splitSentences);
  const cellSentences = passages
    .filter(({ role, text }) => (role === 'cell' || role === 'header') && /\p{L}/u.test(text))
    .flatMap(splitSentences);
  const { organisation, meeting } = circumstances;
  const paper: CheckableOutsidePaper = {
    document,
    passages,
    sentences,
    cellSentences,
    inputs: {
      meeting: { date: meeting ?? NO_MEETING },
      organisation: {
        acronyms: organisation?.acronyms ?? [],
        short: organisation?.short ?? '',
        names: [
          ...(organisation?.names ?? []),
          ...(organisation?.acronyms ?? []).map(({ term }) => term),
          ...listKnownAcronyms({ document, passages }),
        ],
      },
    },
  };
  const checks = CHECKS.filter((check) => check !== checkTenses || meeting !== null);
  return [...checks.flatMap((check) => check(paper)), ...checkRequiredParts(paper, circumstances)].map(
    adviseOutside,
  );
}

/** Authors who know no heading styles write the name of a body, or a heading, in capitals. */
const LONGEST_LINE_IN_CAPITALS = 14;

function isInCapitals({ text }: Passage): boolean {
  return !/\p{Ll}/u.test(text) && text.split(/\s+/).length <= LONGEST_LINE_IN_CAPITALS;
}

/** A table without a row of headings is reported once, and not by its columns as well. */
function checkOtherStructure(paper: CheckableOutsidePaper): Problem[] {
  const headless = paper.document.headless.map(({ place }) => place.line);
  return checkStructure(paper).filter(
    ({ rule, place }) => rule !== 'table-has-headers' || !headless.includes(place?.line ?? 0),
  );
}

/** Finds equal results with different ranks, unless the paper says that they differ before rounding. */
function checkTies({ document, passages }: CheckableOutsidePaper): Problem[] {
  if (passages.some(({ text }) => /\bbefore\s+rounding\b|\bunrounded\b/i.test(text))) return [];
  return listBlocks(document).flatMap((block) => (block.kind === 'table' ? findTiesInTable(block) : []));
}

const TEST =
  /\bconfidence\s+intervals?\b|\bmargins?\s+of\s+error\b|\bp\s*[<=]\s*0?\.\d|\b95(?:%|\s+per\s?cent)\s+(?:confidence|level|interval)|\b(?:z|t|chi)-?(?:test|squared?)\b|\bsignificance\s+test|\bat\s+the\s+\d+%\s+level\b|\badjusted\s+for\s+\S+\s+tests?\b/i;

/** Finds claims of significance in a paper that mentions no test at all. */
function checkClaims({ sentences, passages }: CheckableOutsidePaper): Problem[] {
  if (passages.some(({ text }) => TEST.test(text))) return [];
  return sentences.flatMap(findUntestedClaim);
}
