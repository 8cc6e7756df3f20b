import type { Document } from '../model/document.js';
import type { Inputs } from '../model/inputs.js';
import type { Indicators } from '../model/indicators.js';
import type { Manuscript } from '../model/manuscript.js';
import type { Problem } from '../model/problem.js';
import type { Severity } from '../model/rule.js';
import { checkAccessibility } from './accessibility.js';
import { checkAcronyms } from './acronyms.js';
import { checkChanges } from './changes.js';
import { checkColumns } from './columns.js';
import { checkDateStyles, checkTenses } from './dates.js';
import { checkDescriptions } from './descriptions.js';
import { passagesOf, type Passage } from './passages.js';
import { checkLaw } from './law.js';
import { checkQuarterFigures } from './quarter-figures.js';
import { checkRankings } from './rankings.js';
import { checkReferences } from './references.js';
import { checkSections } from './sections.js';
import { sentencesOf, type Sentence } from './sentences.js';
import { checkShares } from './shares.js';
import { checkSignificance } from './significance.js';
import { checkStatedFigures } from './stated-figures.js';
import { checkUnfinished } from './unfinished.js';
import { checkTypedReferences } from './typed-references.js';
import { checkUnboundNumbers } from './unbound-numbers.js';
import { checkWords } from './words.js';

/** What a check may look at. */
export interface Checkable {
  inputs: Inputs;
  indicators: Indicators;
  manuscript: Manuscript;
  document: Document;
  /** Every run of text. */
  passages: Passage[];
  /** Of the running text: paragraphs, lists and notes. */
  sentences: Sentence[];
}

const CHECKS: ((paper: Checkable) => Problem[])[] = [
  checkReferences,
  checkTypedReferences,
  checkUnboundNumbers,
  checkStatedFigures,
  checkSignificance,
  checkChanges,
  checkRankings,
  checkShares,
  checkColumns,
  checkUnfinished,
  checkQuarterFigures,
  checkAcronyms,
  checkDateStyles,
  checkTenses,
  checkWords,
  checkDescriptions,
  checkAccessibility,
  checkSections,
  checkLaw,
];

const RUNNING: Passage['role'][] = ['paragraph', 'item', 'note'];

/**
 * Stage 6: what a paper fit to publish must also be. A build goes on with these; an issue does not go on with errors. The
 * template says how grave each is in papers of its kind; the paper may have switched some off.
 */
export function checkPaper(made: Omit<Checkable, 'passages' | 'sentences'>): Problem[] {
  const passages = passagesOf(made.document);
  const running = passages.filter(({ role }) => RUNNING.includes(role));
  const paper: Checkable = { ...made, passages, sentences: running.flatMap(sentencesOf) };
  const { template, paper: own } = paper.inputs;
  const settings: Partial<Record<string, Severity | 'off'>> = {
    ...template.rules,
    ...Object.fromEntries(own.switchedOff.map(({ rule }) => [rule, 'off'])),
  };
  return CHECKS.flatMap((check) => check(paper)).flatMap((problem) => {
    const severity = settings[problem.rule] ?? problem.severity;
    return severity === 'off' ? [] : [{ ...problem, severity }];
  });
}
