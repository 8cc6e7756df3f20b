import type { Problem } from '../model/problem.js';
import { sum } from '../statistics/sum.js';
import type { CheckableText } from './checkable-text.js';
import { findTyped } from './find-typed.js';
import { reportProblem } from './report-problem.js';
import type { Sentence } from './split-sentences.js';

/** Checks that typed percentages of a whole add up to 100%, or that their paragraph mentions rounding. */
export function checkTypedShares({ sentences }: CheckableText): Problem[] {
  return sentences.flatMap(findTypedShares);
}

const PERCENT = /(?<!\d)\d+(?:\.\d+)?(?=%)/g;

/** Finds three or more typed percentages that nearly add up to 100, in a paragraph that does not mention rounding. */
function findTypedShares(sentence: Sentence): Problem[] {
  const typed = findTyped(sentence, PERCENT);
  const total = Number(sum(typed.map(({ match }) => Number(match[0]))).toFixed(6));
  if (
    typed.length < 3 ||
    total === 100 ||
    Math.abs(total - 100) > typed.length * 0.5 ||
    /round/i.test(sentence.passage.text)
  )
    return [];
  return [
    reportProblem(
      'shares-have-note',
      typed[0]?.place,
      `the percentages add up to ${total}%, and no note explains it`,
      {
        hint: 'Say that they are rounded, or put them into shares.yaml, which adds the note.',
      },
    ),
  ];
}
