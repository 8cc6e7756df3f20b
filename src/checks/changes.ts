import type { Problem } from '../model/problem.js';
import { roundDecimal } from '../statistics/rounding.js';
import type { CheckablePaper } from './checkable-paper.js';
import { reportProblem } from './report-problem.js';
import { getPrecision, NUMBER_SOURCE, parseNumber } from './parse-number.js';
import { DOWN, UP } from './direction-words.js';
import { isTyped, findTypedPlace } from './list-passages.js';
import type { Sentence } from './split-sentences.js';
import { sum } from '../statistics/sum.js';

/** Finds sentences about change that their own numbers or the data contradict. At most one problem of each kind in a sentence. */
export function checkChanges(paper: CheckablePaper): Problem[] {
  return paper.sentences.flatMap((sentence) => [
    ...findPointsAsPercent(sentence, paper),
    ...findWrongDirection(sentence),
    ...findWrongDifference(sentence),
    ...findWrongSum(sentence),
  ]);
}

const PERCENT_CHANGE = new RegExp(
  String.raw`\b(?:an?|the)\s+(\d+(?:\.\d+)?)(?:%|\s+per\s?cent)\s+(?:increase|rise|growth|fall|drop|decrease|reduction|improvement|gain|decline)\b|\b(?:${UP}|${DOWN})\s+by\s+(\d+(?:\.\d+)?)(?:%|\s+per\s?cent)(?!\p{L})`,
  'iu',
);

/** Finds "an 8% increase" for a change from 56% to 64%. The sentence must have a word of the measure's label. */
function findPointsAsPercent({ passage, from, text }: Sentence, { indicators }: CheckablePaper): Problem[] {
  const match = PERCENT_CHANGE.exec(text);
  const amount = match?.[1] ?? match?.[2];
  if (!match || amount === undefined) return [];
  const places = amount.split('.')[1]?.length ?? 0;
  const printsAmount = (share: number | null): boolean =>
    share !== null && roundDecimal(Math.abs(share) * 100, places) === amount;
  const measure = Object.values(indicators.measures).find(
    ({ label, change }) =>
      change?.figure.unit === 'points' &&
      printsAmount(change.figure.value) &&
      !printsAmount(change.relative.value) &&
      listLongWords(label).some((word) => listLongWords(text).includes(word)),
  );
  if (!measure) return [];
  return [
    reportProblem(
      'points-are-called-points',
      findTypedPlace(passage, from + match.index + match[0].indexOf(amount)),
      `"${match[0]}" is wrong: "${measure.label}" changed by ${amount} percentage points`,
      { expected: `{{change measures.${measure.id}}}, or {{points measures.${measure.id}}}` },
    ),
  ];
}

function listLongWords(text: string): string[] {
  return text.toLowerCase().match(/\p{L}{5,}/gu) ?? [];
}

const ENDS = new RegExp(String.raw`\b(?:(${UP})|(${DOWN}))\s+(?:by|of)\s+$`, 'i');

/** Returns true if a sentence has a typed word of direction before a change that went the other way. */
export function hasWrongDirection(sentence: Sentence): boolean {
  return findWrongDirection(sentence).length > 0;
}

/** Finds a typed word of direction before a change that went the other way. */
function findWrongDirection({ passage, from, text }: Sentence): Problem[] {
  return passage.parts
    .filter((part) => part.from >= from && part.from < from + text.length)
    .flatMap(({ from: at, inline }): Problem[] => {
      const figure = inline.kind === 'value' ? inline.figure : null;
      const word = ENDS.exec(passage.text.slice(from, at));
      if (!figure || !word || !isTyped(passage, from + word.index)) return [];
      if (!/\.(?:percent-)?change$/.test(figure.id) || figure.value === null || figure.value === 0) return [];
      if (figure.value > 0 === (word[1] !== undefined)) return [];
      return [
        reportProblem(
          'word-agrees-with-change',
          findTypedPlace(passage, from + word.index),
          `"${word[0].trim()}" is wrong: "${figure.label}" went the other way`,
          {
            expected: `{{change measures.${figure.id.split('.')[0] ?? ''}}}, which chooses the word itself`,
          },
        ),
      ];
    })
    .slice(0, 1);
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
      ? [plus, [parseNumber(plus[1] ?? ''), parseNumber(plus[2] ?? '')], parseNumber(plus[3] ?? '')]
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
