import type { Problem } from '../model/problem.js';
import { findTyped } from './find-typed.js';
import { reportProblem } from './report-problem.js';
import type { Sentence } from './split-sentences.js';

const MOVES =
  'increase|rise|fall|drop|decrease|reduction|improvement|deterioration|decline|growth|gain|worsening|change|difference';
const MOVED = 'rose|fell|increased|decreased|improved|declined|dropped|worsened|grew|changed';
const CLAIM = new RegExp(
  [
    String.raw`statistically\s+significant`,
    String.raw`significant\s+(?:${MOVES})s?\b`,
    String.raw`\b(?:${MOVED})\s+significantly`,
    String.raw`significantly\s+(?:higher|lower|better|worse|fewer|${MOVED})\b`,
    String.raw`\bp\s*[<=]\s*0?\.\d+`,
    String.raw`\b(?:larger|greater|bigger|more|beyond)\s+(?:than\s+)?chance\b`,
    String.raw`\b(?:not|cannot\s+be)\s+(?:just\s+|simply\s+)?(?:due|down)\s+to\s+chance\b`,
  ].join('|'),
  'gi',
);
/** A word of every claim. Most sentences have none, and the pattern above takes long. */
const CLAIM_WORD = /signif|chance|\bp\s*[<=]/i;

/** Words that deny or question a claim, or a mark that quotes it: "not a significant change", "whether a significant change". */
const DENIED = /\b(?:no|not|nor|never|without|whether|if|any|every|no\s+other)\b[^,;:]{0,25}$|[“"‘]$/i;

/** Words that define a claim: "A change is statistically significant only if …". */
const DEFINED = /^\s*(?:only\s+)?(?:if|when|where)\b/i;

/** Finds a typed claim in a sentence without a test that bears it out. */
export function findUntestedClaim(sentence: Sentence): Problem[] {
  const { text } = sentence;
  if (!CLAIM_WORD.test(text) || hasVerdict(sentence)) return [];
  return findTyped(sentence, CLAIM)
    .filter(({ match }) => !DENIED.test(text.slice(0, match.index)))
    .filter(({ match }) => !DEFINED.test(text.slice(match.index + match[0].length)))
    .slice(0, 1)
    .map(({ match, place }) =>
      reportProblem('significance-has-test', place, `"${match[0]}" is claimed without a test`, {
        expected: '{{change measures.name tested=true}}, or {{significance measures.name}}',
        hint: 'In the everyday sense, write "large" or "marked" instead.',
      }),
    );
}

/** The program's words for a significant result. */
const VERDICT = /\b(?:larger than chance|probably|statistically significant)\b/;

/** Returns true if the sentence has the program's words for a significant result. */
function hasVerdict({ passage, from, text }: Sentence): boolean {
  return passage.parts.some(
    ({ from: at, inline }) =>
      at >= from &&
      at < from + text.length &&
      ((inline.kind === 'text' && inline.origins === undefined) || inline.kind === 'value') &&
      VERDICT.test(inline.text),
  );
}
