import type { Problem } from '../model/problem.js';
import { roundDecimal } from '../statistics/rounding.js';
import { sum } from '../statistics/sum.js';
import type { CheckableText } from './checkable-text.js';
import { findTypedPlace, isTyped } from './list-passages.js';
import { getPrecision, NUMBER_SOURCE, parseNumber } from './parse-number.js';
import { reportProblem } from './report-problem.js';
import type { Sentence } from './split-sentences.js';

/** Finds sentences about change that their own numbers contradict. At most one problem of each kind in a sentence. */
export function checkTypedChanges({ sentences }: CheckableText): Problem[] {
  return sentences.flatMap((sentence) => [...findWrongDifference(sentence), ...findWrongSum(sentence)]);
}

const AMOUNT = String.raw`\d+(?:,\d{3})*(?:\.\d+)?`;
const BY = String.raw`(?<by>${AMOUNT})(?<unit>%|\s+percentage\s+points?|\s+points?)?`;
const FROM_TO = String.raw`from\s+(?<from>${AMOUNT})(?<percent>%?)\s+to\s+(?<to>${AMOUNT})%?`;
const BY_FROM_TO = new RegExp(String.raw`\bby\s+${BY},?\s+${FROM_TO}`, 'i');
const FROM_TO_OF = new RegExp(
  String.raw`\b${FROM_TO},?\s+(?:an?|the)\s+(?:\p{L}+\s+)?(?:rise|increase|fall|drop|decrease|reduction|change|growth)\s+of\s+${BY}`,
  'iu',
);

/**
 * Finds "by 9 percentage points, from 56% to 64%". Figures printed by the program are exempt, and so is a sentence that mentions
 * rounding. Confusion of points and per cent belongs to another rule.
 */
function findWrongDifference({ passage, from: start, text }: Sentence): Problem[] {
  const match = BY_FROM_TO.exec(text) ?? FROM_TO_OF.exec(text);
  if (!match || /\bround/i.test(passage.text)) return [];
  const numbers = [...match[0].matchAll(new RegExp(AMOUNT, 'g'))].map(
    ({ index }) => start + match.index + index,
  );
  if (!numbers.some((offset) => isTyped(passage, offset))) return [];
  const { by = '', unit, from = '', to = '', percent } = match.groups ?? {};
  const size = parseNumber(by);
  const first = parseNumber(from);
  const last = parseNumber(to);
  const difference = Math.abs(last - first);
  const relative = first === 0 ? Infinity : (difference / first) * 100;
  const agrees = (change: number): boolean => Math.abs(change - size) <= getPrecision(by) / 2 + 1e-9;
  if (unit === '%' ? agrees(relative) || (percent === '%' && agrees(difference)) : agrees(difference))
    return [];
  return [
    reportProblem(
      'change-recomputes',
      findTypedPlace(passage, numbers[0] ?? start),
      `from ${from} to ${to} is not a change by ${by}`,
      {
        expected:
          unit === '%'
            ? `${roundDecimal(relative, 1)}%`
            : roundDecimal(difference, by.split('.')[1]?.length ?? 0),
        hint: 'Use {{change measures.name}}, which computes it.',
      },
    ),
  ];
}

const SUM = new RegExp(String.raw`(?<![\d,+]|\+\s)(\d[\d,]*(?:\s*\+\s*\d[\d,]*)+)\s*=\s*(\d[\d,]*)`);
const PLUS = new RegExp(
  String.raw`\b(${NUMBER_SOURCE})\b[^.;]{0,60}?\bplus\s+(?:an?\s+)?(?:additional|another|further|more)?\s*(${NUMBER_SOURCE})\b[^.;]{0,60}?\b(?:totalling|making|giving|a total of)\s+(${NUMBER_SOURCE})\b`,
  'i',
);

/** Returns the number that is nearest before the word "plus". */
function findLastNumber({ 0: text, 1: first = '' }: RegExpExecArray): string {
  const before = text.slice(0, text.search(/\bplus\b/i));
  return before.match(new RegExp(String.raw`\b${NUMBER_SOURCE}\b`, 'gi'))?.at(-1) ?? first;
}

/** Finds "27 + 2 = 32", and "twenty-seven plus an additional two totalling 32". */
function findWrongSum({ passage, from, text }: Sentence): Problem[] {
  const equation = SUM.exec(text);
  const plus = PLUS.exec(text);
  const [match, parts, total] = equation
    ? [
        equation,
        (equation[1] ?? '').split('+').map((part) => parseNumber(part.trim())),
        parseNumber(equation[2] ?? ''),
      ]
    : plus
      ? [plus, [parseNumber(findLastNumber(plus)), parseNumber(plus[2] ?? '')], parseNumber(plus[3] ?? '')]
      : [null, [], 0];
  const correctTotal = sum(parts);
  if (!match || correctTotal === total || !isTyped(passage, from + match.index)) return [];
  return [
    reportProblem(
      'sum-recomputes',
      findTypedPlace(passage, from + match.index),
      `${parts.join(' + ')} is ${correctTotal}, not ${total}`,
      {
        hint: 'Say what else is counted; or let a fact with `sum:` add it up, and print it with {{sum facts.name}}.',
      },
    ),
  ];
}
