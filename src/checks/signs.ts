import type { Problem } from '../model/problem.js';
import type { CheckableText } from './checkable-text.js';
import { DOWN, UP } from './direction-words.js';
import { findTypedPlace, type Passage } from './list-passages.js';
import { reportProblem } from './report-problem.js';

/** A sign before a number. A dash with a space after it is punctuation, and one after a digit makes a range. */
const SIGN = String.raw`(?<![\d\p{L}])(?<sign>[−–-]|−\s|minus\s+)£?\d`;
const ABOUT = String.raw`(?:(?:about|around|approximately|almost|nearly|over|only|just|some)\s+)?`;
const MOVES = `(?:${UP}|${DOWN})`;
const NUMBER_OF = String.raw`\d[\d,.]*(?:%|\s+per\s?cent|\s+percentage\s+points?|\s+points?)?`;

/** "down by −8.7%", "a reduction of −20.6%", "a reduction in visits of −20.6%", "a −20.6% reduction". */
const SIGNED = [
  String.raw`\b${MOVES}\s+(?:(?:by|of)\s+)?\(?${ABOUT}${SIGN}`,
  String.raw`\b(?:increase|rise|growth|reduction|decrease|fall|drop|decline)\s+in(?:\s+[\p{L}’'-]{1,30}){1,6}\s+of\s+${ABOUT}${SIGN}`,
  String.raw`(?<![\d\p{L}])(?<sign>[−–-])${NUMBER_OF}\s+(?:increase|rise|reduction|decrease|fall|drop|decline)\b`,
].map((source) => new RegExp(source, 'iu'));

/** Finds words of direction before or after a number with a sign: the direction is then said twice, or denied. */
export function checkSigns({ passages }: CheckableText): Problem[] {
  return passages.flatMap(findSigned);
}

function findSigned(passage: Passage): Problem[] {
  const match = SIGNED.map((pattern) => pattern.exec(passage.text)).find((found) => found !== null);
  if (!match) return [];
  const at = match.index + match[0].lastIndexOf(match.groups?.['sign'] ?? '');
  return [
    reportProblem(
      'sign-agrees-with-word',
      findTypedPlace(passage, at),
      `"${match[0].trim()}" gives the direction twice: as a word and as a sign`,
      { hint: 'Write the number without its sign, or {{change measures.name}}, which chooses the word.' },
    ),
  ];
}
