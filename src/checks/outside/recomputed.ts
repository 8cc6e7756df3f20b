import type { Problem } from '../../model/problem.js';
import { roundDecimal } from '../../statistics/rounding.js';
import { sum } from '../../statistics/sum.js';
import { findTyped } from '../find-typed.js';
import { getPrecision, parseNumber, parsePounds } from '../parse-number.js';
import { reportProblem } from '../report-problem.js';
import type { Sentence } from '../split-sentences.js';
import type { CheckableOutsidePaper } from './checkable-outside-paper.js';

const NUMBER = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const SCALE = String.raw`(?:\s?(?:million|billion|bn|m|k)\b)?`;
const PERCENT = String.raw`(?:%|\s+per\s?cent\b)`;
/** The thing that is counted: "minutes", "home visits". */
const NOUN = String.raw`(?:\s+(?!(?:and|or|but|in|by|per|to|from|while)\b)[\p{L}’'-]+){0,3}`;
/** "in 2023/24", "in March 2024". */
const WHEN = String.raw`(?:\s+\(?(?:in|at|for|during)\s+(?:\p{L}+\s+)?(?:19|20)\d{2}(?:[/–-]\d{2,4})?\)?)?`;
const RISE =
  '(?:rise|increase|fall|drop|decrease|reduction|change|growth|improvement|decline|uplift|saving|cut)';
const FROM_TO = String.raw`from\s+£?(?<from>${NUMBER})(?<unit>${PERCENT}|${SCALE})${NOUN}${WHEN}\s+to\s+£?(?<to>${NUMBER})(?<unitTo>${PERCENT}|${SCALE})`;
/** A number after these is only near to the exact one. */
const ABOUT =
  /\b(?:about|around|approximately|almost|nearly|over|under|roughly|some|more\s+than|less\s+than|up\s+to|just)\s+$/i;

/** "from 42 to 48, up 12%", "from 42 to 48 visits, a 12% increase". A percentage "of" something is another one. */
const PERCENT_AFTER = new RegExp(
  String.raw`\b${FROM_TO}${NOUN}${WHEN}[,;]?\s+(?:\(\s*)?(?:[–—-]\s+)?(?:which\s+is\s+)?(?:up|down|an?\s+${RISE}\s+of|an?|equal\s+to|[+−-])\s*(?:by\s+|an?\s+)?[+−-]?(?<by>${NUMBER})${PERCENT}(?!\s+of\b)`,
  'giu',
);
/** "from 42 to 48 (14%)". */
const PERCENT_IN_BRACKETS = new RegExp(
  String.raw`\b${FROM_TO}${NOUN}${WHEN}\s+\((?<by>${NUMBER})${PERCENT}(?=[),;]|\s+${RISE}\b)`,
  'giu',
);
/** "a 12% increase in visits from 42 to 48", "rose 12% from 42 to 48". */
const PERCENT_BEFORE = new RegExp(
  String.raw`(?<by>${NUMBER})${PERCENT}\s+(?:${RISE}\s+)?(?:in\s+[\p{L}’' -]{3,40}\s+)?(?:\([^)]*\)\s+)?${FROM_TO}`,
  'giu',
);
/** "48 visits, compared with 42 last year, an increase of 12%", "48 (up from 42, a 12% increase)". */
const COMPARED = new RegExp(
  String.raw`(?<![\d.,/–-])£?(?<to>${NUMBER})(?<unitTo>${SCALE})${NOUN}${WHEN},?\s+\(?(?:compared\s+(?:with|to)|(?:up|down)\s+from)\s+£?(?<from>${NUMBER})(?<unit>${SCALE})${NOUN}${WHEN}[,;]?\s+\(?(?:which\s+is\s+)?(?:up|down|an?\s+${RISE}\s+of|an?)\s+(?:by\s+)?(?<by>${NUMBER})${PERCENT}(?!\s+of\b)`,
  'giu',
);
/** "from £610k to £702k, an increase of £92k". */
const DIFFERENCE = new RegExp(
  String.raw`\bfrom\s+£(?<from>${NUMBER})(?<unit>${SCALE})${NOUN}${WHEN}\s+to\s+£(?<to>${NUMBER})(?<unitTo>${SCALE})${NOUN}${WHEN},?\s+\(?(?:which\s+is\s+)?(?:an?\s+${RISE}\s+of|up|down)\s+(?:by\s+)?£(?<size>${NUMBER})(?<unitSize>${SCALE})`,
  'giu',
);
/** "an increase of £92k or 15.1%", after the two figures. */
const PERCENT_OF_DIFFERENCE = new RegExp(
  String.raw`${DIFFERENCE.source}(?:\s+or\s+|,?\s+\()(?<by>${NUMBER})${PERCENT}(?!\s+of\b)`,
  'giu',
);
/** "of 120, 64 (53%)". */
const OF_FIRST = new RegExp(
  String.raw`\b[Oo]f\s+(?:the\s+|all\s+|these\s+)?(?<whole>${NUMBER})(?:\s+[\p{L}’'-]+){0,4},\s+(?<part>${NUMBER})(?:\s+[\p{L}’'-]+){0,5}\s+\((?<share>\d+(?:\.\d+)?)${PERCENT}\)`,
  'gu',
);
/** "64 of the 120 replies (53%)", "64 out of 120, or 53%". */
const PART_FIRST = new RegExp(
  String.raw`(?<![\d,.£–-])(?<part>${NUMBER})(?:\s+[\p{L}’'-]+)?\s+(?:out\s+)?of\s+(?:the\s+|all\s+|our\s+|its\s+|these\s+)?(?<whole>${NUMBER})(?:\s+[\p{L}’'-]+){0,4}(?:\s+\(|,\s+or\s+)(?<share>\d+(?:\.\d+)?)${PERCENT}`,
  'gu',
);
/** "53% (64 of 120)", "53% (64/120)". */
const SHARE_FIRST = new RegExp(
  String.raw`(?<share>\d+(?:\.\d+)?)${PERCENT}\s+\((?<part>${NUMBER})\s*(?:/|\s(?:out\s+)?of\s+(?:the\s+)?)\s*(?<whole>${NUMBER})(?:\s+[\p{L}’'-]+){0,4}\)`,
  'gu',
);
/** "fell from 42 to 48". */
const DIRECTION = new RegExp(
  String.raw`\b(?:(?<up>rose|risen|increased|grew|grown|climbed|improved)|(?<down>fell|fallen|dropped|decreased|declined|reduced))\s+(?:(?:slightly|sharply|further|again|significantly|steadily|by\s+[^\s,]+(?:\s+percentage\s+points?|\s+points?)?)[\s,]+)?${FROM_TO}`,
  'giu',
);
/** A smaller rank or waiting time can be an improvement. */
const LESS_IS_MORE = /\b(?:rank\w*|position|place|grade|band|tier|rating)\b/i;

/** Finds percentages, changes and directions that the numbers of their own sentence contradict. At most one of each in a sentence. */
export function checkRecomputed({ sentences, cellSentences }: CheckableOutsidePaper): Problem[] {
  return [...sentences, ...cellSentences].flatMap((sentence) => [
    ...findWrongChange(sentence),
    ...findWrongDifference(sentence),
    ...findWrongShare(sentence),
    ...findWrongDirection(sentence),
  ]);
}

function findWrongChange(sentence: Sentence): Problem[] {
  if (/\bround/i.test(sentence.passage.text)) return [];
  return CHANGES.flatMap((pattern) => findTyped(sentence, pattern))
    .flatMap(({ match, place }) => {
      const { from = '', to = '', by = '', unit = '', unitTo = '' } = match.groups ?? {};
      const [first, last, amount] = [from, to, by].map(parseNumber) as [number, number, number];
      const isUnclear =
        first === 0 || (unit.trim() !== unitTo.trim() && unit.trim() !== '') || isYear(from) || isYear(to);
      const relative = (Math.abs(last - first) / first) * 100;
      // The two figures may be rounded as well.
      const slack = getSlack(from, to, first, last) + getPrecision(by) / 2 + 1e-9;
      const isPoints = /%|cent/.test(unit + unitTo) && Math.abs(Math.abs(last - first) - amount) < 1e-9; // another rule
      if (isUnclear || isPoints || isAbout(match, by) || Math.abs(relative - amount) <= slack) return [];
      return [
        reportProblem('change-recomputes', place, `from ${from} to ${to} is not a change by ${by}%`, {
          expected: `${roundDecimal(relative, Math.max(1, by.split('.')[1]?.length ?? 0))}%`,
        }),
      ];
    })
    .slice(0, 1);
}

const CHANGES = [PERCENT_AFTER, PERCENT_IN_BRACKETS, PERCENT_BEFORE, COMPARED, PERCENT_OF_DIFFERENCE];

/** Finds a difference between two sums of money that is none. Each may be rounded. */
function findWrongDifference(sentence: Sentence): Problem[] {
  if (/\bround/i.test(sentence.passage.text)) return [];
  return findTyped(sentence, DIFFERENCE)
    .flatMap(({ match, place }) => {
      const { from = '', unit = '', to = '', unitTo = '', size = '', unitSize = '' } = match.groups ?? {};
      const sums = [from + unit, to + unitTo, size + unitSize].map((text) => ({
        pounds: parsePounds(text),
        slack: /[.a-z]/i.test(text)
          ? parsePounds(`${getPrecision(text)}${text.replace(/^[\d.,]+/, '')}`) / 2
          : 0,
      }));
      const [first, last, difference] = sums.map(({ pounds }) => pounds) as [number, number, number];
      const isUnclear = unit.trim() !== unitTo.trim() || isYear(from) || isYear(to) || isAbout(match, size);
      const off = Math.abs(Math.abs(last - first) - difference);
      if (isUnclear || off <= sum(sums.map(({ slack }) => slack)) + 1e-6) return [];
      return [
        reportProblem(
          'change-recomputes',
          place,
          `from £${from}${unit} to £${to}${unitTo} is not £${size}${unitSize}`,
        ),
      ];
    })
    .slice(0, 1);
}

/** Returns how far rounding of both figures can move the change, in per cent. Whole numbers without a scale are exact. */
function getSlack(from: string, to: string, first: number, last: number): number {
  const half =
    from.includes('.') || to.includes('.') ? Math.max(getPrecision(from), getPrecision(to)) / 2 : 0;
  return ((half + (half * last) / first) / first) * 100;
}

/** Returns true for a number that may be a year. */
function isYear(text: string): boolean {
  return /^(?:19|20)\d{2}$/.test(text);
}

function isAbout({ 0: text, groups }: RegExpExecArray, number: string): boolean {
  const at = text.lastIndexOf(number);
  return (
    ABOUT.test(text.slice(0, at)) ||
    (groups?.['part'] !== undefined && /\b(?:about|around|nearly|almost|over)\b/i.test(text))
  );
}

function findWrongShare(sentence: Sentence): Problem[] {
  return [OF_FIRST, PART_FIRST, SHARE_FIRST]
    .flatMap((pattern) => findTyped(sentence, pattern))
    .flatMap(({ match, place }) => {
      const { part = '', whole = '', share = '' } = match.groups ?? {};
      const [some, all, percent] = [part, whole, share].map(parseNumber) as [number, number, number];
      const exact = (some / all) * 100;
      const isUnclear = all === 0 || some > all || isAbout(match, share);
      if (isUnclear || Math.abs(exact - percent) <= getPrecision(share) / 2 + 1e-9) return [];
      return [
        reportProblem('percentage-recomputes', place, `${part} of ${whole} is not ${share}%`, {
          expected: `${roundDecimal(exact, share.split('.')[1]?.length ?? 0)}%`,
        }),
      ];
    })
    .slice(0, 1);
}

function findWrongDirection(sentence: Sentence): Problem[] {
  if (LESS_IS_MORE.test(sentence.text)) return [];
  return findTyped(sentence, DIRECTION)
    .flatMap(({ match, place }) => {
      const { up, down, from = '', to = '', unit = '', unitTo = '' } = match.groups ?? {};
      const [first, last] = [parseNumber(from), parseNumber(to)];
      const isUnclear = first === last || /^\s*improved/i.test(up ?? '') || unit.trim() !== unitTo.trim();
      if (isUnclear || last > first === (up !== undefined)) return [];
      return [
        reportProblem(
          'word-agrees-with-change',
          place,
          `"${up ?? down ?? ''}" is wrong: ${to} is ${last > first ? 'more' : 'less'} than ${from}`,
        ),
      ];
    })
    .slice(0, 1);
}
