import type { Problem } from '../../model/problem.js';
import { roundDecimal } from '../../statistics/rounding.js';
import { findTyped } from '../find-typed.js';
import { getPrecision, parseNumber } from '../parse-number.js';
import { reportProblem } from '../report-problem.js';
import type { Sentence } from '../split-sentences.js';
import type { CheckableOutsidePaper } from './checkable-outside-paper.js';

const NUMBER = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const SCALE = String.raw`(?:\s?(?:million|billion|bn|m|k)\b)?`;
const PERCENT = String.raw`(?:%|\s+per\s?cent\b)`;
const FROM_TO = String.raw`from\s+£?(?<from>${NUMBER})(?<unit>${PERCENT}|${SCALE})\s+to\s+£?(?<to>${NUMBER})(?<unitTo>${PERCENT}|${SCALE})`;
const RISE = '(?:rise|increase|fall|drop|decrease|reduction|change|growth|improvement|decline)';
/** A number after these is only near to the exact one. */
const ABOUT =
  /\b(?:about|around|approximately|almost|nearly|over|under|roughly|some|more\s+than|less\s+than|up\s+to|just)\s+$/i;

/** "from 42 to 48, up 12%", "from 42 to 48 (14%)", "from 42 to 48, a 12% increase". */
const PERCENT_AFTER = new RegExp(
  String.raw`\b${FROM_TO}[,;]?\s+(?:\(\s*)?(?:[–—-]\s+)?(?:which\s+is\s+)?(?:up|down|an?\s+${RISE}\s+of|an?|the|equal\s+to|[+−-])?\s*(?:by\s+|an?\s+)?[+−-]?(?<by>${NUMBER})${PERCENT}`,
  'giu',
);
/** "a 12% increase from 42 to 48", "rose 12% from 42 to 48". */
const PERCENT_BEFORE = new RegExp(
  String.raw`(?<by>${NUMBER})${PERCENT}\s+(?:(?:${RISE})\s+)?(?:\([^)]*\)\s+)?${FROM_TO}`,
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
export function checkRecomputed({ sentences }: CheckableOutsidePaper): Problem[] {
  return sentences.flatMap((sentence) => [
    ...findWrongChange(sentence),
    ...findWrongShare(sentence),
    ...findWrongDirection(sentence),
  ]);
}

function findWrongChange(sentence: Sentence): Problem[] {
  if (/\bround/i.test(sentence.passage.text)) return [];
  return [...findTyped(sentence, PERCENT_AFTER), ...findTyped(sentence, PERCENT_BEFORE)]
    .flatMap(({ match, place }) => {
      const { from = '', to = '', by = '', unit = '', unitTo = '' } = match.groups ?? {};
      const [first, last, amount] = [from, to, by].map(parseNumber) as [number, number, number];
      const isUnclear =
        first === 0 || (unit.trim() !== unitTo.trim() && unit.trim() !== '') || isYears(first, last);
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

/** Returns how far rounding of both figures can move the change, in per cent. Whole numbers without a scale are exact. */
function getSlack(from: string, to: string, first: number, last: number): number {
  const half =
    from.includes('.') || to.includes('.') ? Math.max(getPrecision(from), getPrecision(to)) / 2 : 0;
  return ((half + (half * last) / first) / first) * 100;
}

function isYears(first: number, last: number): boolean {
  return first >= 1900 && first < 2100 && last >= 1900 && last < 2100 && Number.isInteger(first);
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
