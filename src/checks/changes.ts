import type { Problem } from '../model/problem.js';
import { roundDecimal } from '../statistics/rounding.js';
import type { Checkable } from './check-paper.js';
import { found } from './found.js';
import { lastPlace, NUMBER, numberOf } from './numbers.js';
import { isTyped, placeIn } from './passages.js';
import type { Sentence } from './sentences.js';
import { sum } from '../statistics/sum.js';

const UP = 'rose|risen|rises?|increased?|increases|grew|grown|growth|up|higher|improved|gained?';
const DOWN =
  'fell|fallen|falls?|dropped|drops?|decreased?|decreases|declined?|declines|reduced|reduction|down|lower';

/** Sentences about change that their own numbers, or the data, contradict. At most one fault of each kind a sentence. */
export function checkChanges(paper: Checkable): Problem[] {
  return paper.sentences.flatMap((sentence) => [
    ...pointsAsPercent(sentence, paper),
    ...doubleNegative(sentence),
    ...wrongWord(sentence),
    ...wrongDifference(sentence),
    ...wrongSum(sentence),
  ]);
}

const PERCENT_CHANGE = new RegExp(
  String.raw`\b(?:an?|the)\s+(\d+(?:\.\d+)?)(?:%|\s+per\s?cent)\s+(?:increase|rise|growth|fall|drop|decrease|reduction|improvement|gain|decline)\b|\b(?:${UP}|${DOWN})\s+by\s+(\d+(?:\.\d+)?)(?:%|\s+per\s?cent)(?!\p{L})`,
  'iu',
);

/** "an 8% increase" of a percentage that went from 56% to 64%. The sentence must name the measure by a word of its label. */
function pointsAsPercent({ passage, from, text }: Sentence, { indicators }: Checkable): Problem[] {
  const match = PERCENT_CHANGE.exec(text);
  const shown = match?.[1] ?? match?.[2];
  if (!match || shown === undefined) return [];
  const places = shown.split('.')[1]?.length ?? 0;
  const isShown = (share: number | null): boolean =>
    share !== null && roundDecimal(Math.abs(share) * 100, places) === shown;
  const meant = Object.values(indicators.measures).find(
    ({ label, change }) =>
      change?.figure.unit === 'points' &&
      isShown(change.figure.value) &&
      !isShown(change.relative.value) &&
      wordsOf(label).some((word) => wordsOf(text).includes(word)),
  );
  if (!meant) return [];
  return [
    found(
      'points-are-called-points',
      placeIn(passage, from + match.index + match[0].indexOf(shown)),
      `"${match[0]}" is said of "${meant.label}", which changed by ${shown} percentage points`,
      { expected: `{{change measures.${meant.id}}}, or {{points measures.${meant.id}}}` },
    ),
  ];
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}{5,}/gu) ?? [];
}

const SIGNED = new RegExp(String.raw`\b(${UP}|${DOWN})(?:\s+(?:by|of))?\s+([−–-])\s?\d`, 'i');

/** "down by −8.7%" */
function doubleNegative({ passage, from, text }: Sentence): Problem[] {
  const match = SIGNED.exec(text);
  if (!match) return [];
  return [
    found(
      'sign-agrees-with-word',
      placeIn(passage, from + match.index + match[0].lastIndexOf(match[2] ?? '')),
      `"${match[0]}" says the direction twice, in the word and in the sign`,
      { hint: 'Write the number without its sign: the word says the direction.' },
    ),
  ];
}

const ENDS = new RegExp(String.raw`\b(?:(${UP})|(${DOWN}))\s+(?:by|of)\s+$`, 'i');

/** A word of the author's before a change from data that went the other way. */
function wrongWord({ passage, from, text }: Sentence): Problem[] {
  return passage.parts
    .filter((part) => part.from >= from && part.from < from + text.length)
    .flatMap(({ from: at, inline }): Problem[] => {
      const figure = inline.kind === 'value' ? inline.figure : null;
      const word = ENDS.exec(passage.text.slice(from, at));
      if (!figure || !word || !isTyped(passage, from + word.index)) return [];
      if (!/\.(?:percent-)?change$/.test(figure.id) || figure.value === null || figure.value === 0) return [];
      if (figure.value > 0 === (word[1] !== undefined)) return [];
      return [
        found(
          'word-agrees-with-change',
          placeIn(passage, from + word.index),
          `"${word[0].trim()}" is said of "${figure.label}", which went the other way`,
          {
            expected: `{{change measures.${figure.id.split('.')[0] ?? ''}}}, which finds the word by itself`,
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
 * "by 9 percentage points, from 56% to 64%". What the program printed is right by itself; an author who worked with unrounded
 * figures says something of rounding. That 8 points are no 8% is for another rule to say.
 */
function wrongDifference({ passage, from: start, text }: Sentence): Problem[] {
  const match = BY_FROM_TO.exec(text) ?? FROM_TO_OF.exec(text);
  if (!match || /\bround/i.test(passage.text)) return [];
  const numbers = [...match[0].matchAll(new RegExp(AMOUNT, 'g'))].map(
    ({ index }) => start + match.index + index,
  );
  if (!numbers.some((offset) => isTyped(passage, offset))) return [];
  const { by = '', unit, from = '', to = '', percent } = match.groups ?? {};
  const [size, first, last] = [by, from, to].map(numberOf) as [number, number, number];
  const difference = Math.abs(last - first);
  const relative = first === 0 ? Infinity : (difference / first) * 100;
  const isAsSaid = (change: number): boolean => Math.abs(change - size) <= lastPlace(by) / 2 + 1e-9;
  if (unit === '%' ? isAsSaid(relative) || (percent === '%' && isAsSaid(difference)) : isAsSaid(difference))
    return [];
  return [
    found(
      'change-recomputes',
      placeIn(passage, numbers[0] ?? start),
      `from ${from} to ${to} is no change by ${by}`,
      {
        expected:
          unit === '%'
            ? `${roundDecimal(relative, 1)}%`
            : roundDecimal(difference, by.split('.')[1]?.length ?? 0),
        hint: '{{change measures.name}} works it out.',
      },
    ),
  ];
}

const SUM = new RegExp(String.raw`(\d[\d,]*(?:\s*\+\s*\d[\d,]*)+)\s*=\s*(\d[\d,]*)`);
const PLUS = new RegExp(
  String.raw`\b(${NUMBER})\b[^.;]{0,60}?\bplus\s+(?:an?\s+)?(?:additional|another|further|more)?\s*(${NUMBER})\b[^.;]{0,60}?\b(?:totalling|making|giving|a total of)\s+(${NUMBER})\b`,
  'i',
);

/** "27 + 2 = 32", and "twenty-seven plus an additional two totalling 32". */
function wrongSum({ passage, from, text }: Sentence): Problem[] {
  const equation = SUM.exec(text);
  const plus = PLUS.exec(text);
  const [match, parts, total] = equation
    ? [
        equation,
        (equation[1] ?? '').split('+').map((part) => numberOf(part.trim())),
        numberOf(equation[2] ?? ''),
      ]
    : plus
      ? [plus, [numberOf(plus[1] ?? ''), numberOf(plus[2] ?? '')], numberOf(plus[3] ?? '')]
      : [null, [], 0];
  const added = sum(parts);
  if (!match || added === total || !isTyped(passage, from + match.index)) return [];
  return [
    found(
      'sum-recomputes',
      placeIn(passage, from + match.index),
      `${parts.join(' + ')} is ${added}, not ${total}`,
      {
        hint: 'Say what else is counted; or let a fact with `sum:` add it up, and print it with {{sum facts.name}}.',
      },
    ),
  ];
}
