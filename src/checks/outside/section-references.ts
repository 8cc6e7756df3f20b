import { makeError, makeWarning, type Problem } from '../../model/problem.js';
import { locateCitation, type Citation } from './find-citations.js';
import type { Targets } from './index-targets.js';

/** "section 7 of this report", "section 7 below". */
const OWN_AFTER =
  /^,?\s+(?:\(?(?:above|below|overleaf)\b|(?:of|in)\s+(?:this|the)\s+(?:report|paper|document)\b)/i;
/** "See section 7", "set out in section 7", "the risks in section 7". */
const OWN_BEFORE =
  /(?:\b(?:see(?:\s+also)?|refer\s+to|(?:set\s+out|described|detailed|explained|shown|given|listed|summari[sz]ed|discussed|covered|contained|outlined|as)\s+(?:further\s+)?(?:in|at)|in|at|as)|\()\s*$/i;
/** Words that come with a section of a law: "a section 106 agreement", "under section 9". */
const OF_LAW_BEFORE =
  /\b(?:under|pursuant\s+to|by\s+virtue\s+of|within\s+the\s+meaning\s+of|required\s+by|defined\s+in|duty\s+in|powers?\s+in|accordance\s+with|contravene|a|an|the|council's|council’s|its)\s*\(?$/i;
const OF_LAW_AFTER =
  /^\s*(?:\(\d|of\b|agreements?|officers?|notices?|dut(?:y|ies)|orders?|assessments?|enquir(?:y|ies)|contributions?|funds?|funding|monies|money|powers?|payments?|obligations?|grants?|consents?|appeals?|applications?|schemes?)/i;
const ABOUT_LAW = /\b(?:legal|statut\w+|law|legislation|Act)\b/i;
/** A number far above those of the paper is a law's: 106, 114, 151. */
const FARTHEST = 10;

/** Checks typed numbers of sections. Laws have sections as well, so a citation is checked only if its words are about this paper. */
export function checkSectionReferences(
  citations: readonly Citation[],
  { above, byNumber }: Targets,
): Problem[] {
  const known = new Set([...above, ...byNumber.keys()]);
  if (known.size < 2) return [];
  return citations
    .filter(({ kind }) => kind === 'section')
    .flatMap((citation) => findAbsentSection(citation, known));
}

function findAbsentSection(citation: Citation, known: ReadonlySet<string>): Problem[] {
  const { sentence, text, ranges, from, to } = citation;
  const [before, after] = [sentence.text.slice(0, from), sentence.text.slice(to)];
  const isCertain = OWN_AFTER.test(after);
  const isProbable =
    OWN_BEFORE.test(before) &&
    !OF_LAW_BEFORE.test(before) &&
    !OF_LAW_AFTER.test(after) &&
    !ABOUT_LAW.test(sentence.passage.text);
  if (!isCertain && !isProbable) return [];
  const absent = ranges
    .flatMap(({ first, last }) => [first, last])
    .map((number) => number.replace(/\(.*$/, ''))
    .find((number) => !known.has(number) && isNear(number, known));
  if (absent === undefined) return [];
  const make = isCertain ? makeError : makeWarning;
  return [
    make(
      'reference-resolves',
      locateCitation(citation, from),
      `"${text}" is cited, but the paper has no section ${absent}`,
      { hint: 'Correct the number. If it is a section of a law, name the law.' },
    ),
  ];
}

/** Returns true if a section of this paper could have the number: letters for letters, and numbers that are not much larger. */
function isNear(number: string, known: ReadonlySet<string>): boolean {
  if (/^[A-Z]/.test(number)) return [...known].some((other) => /^[A-Z]$/.test(other));
  const largest = Math.max(0, ...[...known].map(Number.parseFloat).filter((other) => !Number.isNaN(other)));
  return largest > 0 && Number.parseFloat(number) <= largest + FARTHEST;
}
