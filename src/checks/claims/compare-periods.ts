import { MONTHS } from '../../format/dates.js';
import type { Change } from '../../model/change.js';
import { findFigure } from '../../model/find-figure.js';
import type { Figure } from '../../model/figure.js';
import type { Indicator } from '../../model/indicator.js';
import {
  countPerYear,
  yearLabel,
  isYearEnd,
  previousYearEnd,
  shiftPeriod,
  periodNoun,
  windowLabel,
  type Period,
} from '../../model/period.js';

/** Two figures of a measure, and what is known of the change between them. */
export interface PeriodChange {
  from: Figure;
  to: Figure;
  /** The name of the earlier period: "2007/08". */
  since: string;
  /** The result of the test. Null if this change was not tested. */
  isSignificant: boolean | null;
  /** True if a test found no clear change. */
  isUnclear: boolean;
  isBetter: boolean | null;
}

/** Another time than the compared periods: the claim may be about that. */
const OTHER_TIME = new RegExp(
  String.raw`\b(?:${MONTHS.join('|')})\b|\b(?:months?|weeks?|recent|decades?|earlier|previously|ago|long[- ]term|then|historic\w*|running|consecutive|successive|(?:two|three|four|five|six|ten|\d+)\s+years|past\s+years|over\s+the\s+years|recent\s+years|each|every)\b|(?<![\d/])(?:19|20)\d\d(?![\d/])`,
  'i',
);
/** A run of periods, of which the last is compared. */
const RUN =
  /\bfor\s+the\s+\w{1,12}\s+(?:(?:consecutive|successive)\s+(year|quarter)|(year|quarter)\s+(?:running|in\s+(?:a\s+row|succession)))\b/gi;
const YEAR_AGO = /\b(?:a|one)\s+year\s+(?:ago|earlier)\b/gi;
const FINANCIAL_YEAR = /(?<![\d/])(?:19|20)\d\d\/\d\d(?!\d)(?:\s+Q[1-4])?/g;
const LAST_YEAR =
  /\b(?:last|previous|past|this)\s+(?:financial\s+)?year\b|\byear[- ](?:on|earlier)|\bannual|\bthe\s+year\b(?!\s+(?:before|after|of|to|when|ended|ending|ahead))/i;
const PART_OF_YEAR = /\b(?:quarter(?:ly)?|half[- ]year(?:ly)?)\b/i;
const NEXT_TO_PERIOD = /\b(?:last|previous|this|on\s+the|over\s+the|in\s+the)\s+(quarter|half-year)\b/i;
const SAME_PERIOD = /\bsame\s+(quarter|half-year)\s+(?:of\s+)?(?:last|the\s+previous|the\s+year\s+before)\b/i;

/**
 * Finds the change that a claim in a sentence is about: that of the paper, unless the sentence names another period. Null if the
 * period has no figures, or if the pattern cannot tell.
 */
export function findPeriodChange(text: string, indicator: Indicator, period: Period): PeriodChange | null {
  const named = findEarlierPeriod(text, indicator, period);
  if (named === null) return null;
  const { change } = indicator;
  if (change && isMixed(change)) return null;
  if (change && (named === 'paper' || named === change.earlier))
    return {
      ...{ from: change.from, to: change.to, since: change.since },
      isSignificant: change.test.pValue === null ? null : change.verdict.significant,
      isUnclear: change.verdict.outcome === 'no-clear-change',
      isBetter: change.better,
    };
  return named === 'paper' ? null : comparePeriods(indicator, named);
}

/** Returns true if a count and its daily rate went different ways: then either word may be right. */
function isMixed({ from, to, direction }: Change): boolean {
  if (from.unit !== 'count' || from.value === null || to.value === null) return false;
  return (direction === 'rose' && to.value < from.value) || (direction === 'fell' && to.value > from.value);
}

function findEarlierPeriod(text: string, indicator: Indicator, period: Period): Period | 'paper' | null {
  const plain = text.replace(YEAR_AGO, 'last year').replace(RUN, 'since last $1$2');
  const years = [...new Set(plain.match(FINANCIAL_YEAR) ?? [])];
  const rest = plain.replace(FINANCIAL_YEAR, '');
  if (OTHER_TIME.test(rest)) return null;
  if (years.length > 0) return findNamedPeriod(years, indicator, period);
  const isOfPaper = (pattern: RegExp): boolean =>
    pattern.exec(rest)?.[1]?.toLowerCase() === periodNoun(period);
  if (isOfPaper(SAME_PERIOD)) return shiftPeriod(period, -countPerYear(period));
  if (isOfPaper(NEXT_TO_PERIOD)) return shiftPeriod(period, -1);
  if (PART_OF_YEAR.test(rest)) return null;
  if (LAST_YEAR.test(rest)) return findYearBefore(indicator, period);
  return /\b(?:years?|since)\b/i.test(rest) ? null : 'paper'; // since what, the pattern cannot tell
}

/** Finds the quarter whose period has the name in the text. The current period may be named beside it. */
function findNamedPeriod(
  names: string[],
  { series, change }: Indicator,
  period: Period,
): Period | 'paper' | null {
  const current = [period.label, yearLabel(period)];
  const others = names.filter((name) => !current.includes(name.replace(/\s+/, ' ')));
  const [other] = others;
  if (others.length > 1) return null;
  if (other === undefined) return change && !isWithinYear(change.earlier, period) ? 'paper' : null;
  if (change && other === change.since) return change.earlier;
  return (
    series.find((point) => windowLabel(point.period) === other && isYearEnd(point.period))?.period ?? null
  );
}

/** Finds the period that "last year" means for a measure. */
function findYearBefore({ change }: Indicator, period: Period): Period {
  const samePeriod = shiftPeriod(period, -countPerYear(period));
  const end = previousYearEnd(period);
  return change?.earlier === end ? end : samePeriod;
}

function isWithinYear(earlier: Period, period: Period): boolean {
  return yearLabel(earlier) === yearLabel(period);
}

function comparePeriods(indicator: Indicator, earlier: Period): PeriodChange | null {
  const from = findFigure(indicator, earlier);
  const to = indicator.value;
  if (!from || from.value === null || to.value === null) return null;
  const difference = to.value - from.value;
  const isJudged = indicator.betterWhen !== 'neither' && difference !== 0 && from.unit !== 'points';
  return {
    ...{ from, to, since: windowLabel(earlier), isSignificant: null, isUnclear: false },
    isBetter: isJudged ? difference > 0 === (indicator.betterWhen === 'higher') : null,
  };
}
