import { differsAsPrinted, formatInWords, formatValue } from '../../format/figures.js';
import { isToCome } from '../../model/figure.js';
import type { Change } from '../../model/change.js';
import type { Indicator } from '../../model/indicator.js';
import type { Inline } from '../../model/inline.js';
import { formatSlightVerdict, formatVerdictEnding, isProbable } from '../verdict-words.js';
import { isNoticeable } from './change-values.js';
import {
  describeNumberAndRate,
  describeRateOfLongerPeriod,
  describeRiseFromNothing,
  doNumberAndRateDiffer,
  isFromNothing,
} from './describe-count-change.js';
import { describeGapEnds, describeReversal } from './describe-gap-change.js';
import { describeIncomparable, describeUnavailable, isIncomparable } from './describe-incomparable.js';
import { makeFigureInline, makeTextInline } from './figure-values.js';

/** Describes the change of a measure: "rose by 8 percentage points, from 56% to 64%"; without a comparison, "stood at 64%". */
export function describeMeasure({ value, change }: Indicator, isTested: boolean): Inline[] {
  if (change) return describeChange(change, isTested);
  return value.value === null && !isToCome(value)
    ? describeUnavailable(value)
    : [makeTextInline('stood at '), makeFigureInline(value)];
}

/** Describes a change. With `isTested`, the result of its test follows. `since` names the earlier period. */
export function describeChange(change: Change, isTested: boolean, since?: string): Inline[] {
  const wording = { since, isTested };
  return [...describeDirection(change, wording), ...(isTested ? describeVerdict(change) : [])];
}

/** Describes the result of a test, behind a change. */
export function describeVerdict(change: Change): Inline[] {
  if (change.direction === 'unknown') return [];
  const words = isNoticeable(change) ? formatVerdictEnding(change) : formatSlightVerdict(change);
  return words === '' ? [] : [makeTextInline(words)];
}

/** `since` names the earlier period. With `isTested`, the verb says "probably" if the verdict does. */
interface Wording {
  since?: string | undefined;
  isTested: boolean;
}

function describeDirection(change: Change, wording: Wording): Inline[] {
  const { to, direction } = change;
  if (doNumberAndRateDiffer(change)) return describeSize(change, wording);
  switch (direction) {
    case 'unknown':
      return isIncomparable(change) ? describeIncomparable(change) : describeEnds('changed from ', change);
    case 'unchanged':
      return [makeTextInline('stayed the same, at '), makeFigureInline(to)];
    case 'rose':
    case 'fell':
    case 'widened':
    case 'narrowed':
    case 'reversed':
      return isNoticeable(change)
        ? [...describeSize(change, wording), ...describeEndsAfterSize(change)]
        : describeSlightChange(change);
    default:
      return direction satisfies never;
  }
}

/** Describes a change that prints as 0. Its figures can still print differently: 50.4 as 50 and 50.6 as 51. */
function describeSlightChange({ from, to }: Change): Inline[] {
  const level = [makeTextInline('stayed about the same, at '), makeFigureInline(to)];
  return formatValue(from) === formatValue(to)
    ? level
    : [...level, makeTextInline(' after '), makeFigureInline(from), makeTextInline(', both rounded')];
}

/**
 * Describes the size of a change, and says so if the printed figures differ by another amount. Changes without a size of
 * their own are described by their ends.
 */
export function describeSize(change: Change, { since, isTested }: Wording): Inline[] {
  const { figure, from, to, direction } = change;
  const adverb = isTested && isProbable(change.verdict) ? 'probably ' : '';
  const sinceWords = since === undefined ? '' : ` compared with ${since}`;
  if (direction === 'reversed') return [makeTextInline(adverb), ...describeReversal(change, sinceWords)];
  if (isFromNothing(change)) return describeRiseFromNothing(change, sinceWords);
  if (doNumberAndRateDiffer(change)) return describeNumberAndRate(change, sinceWords);
  const size = { ...figure, value: Math.abs(figure.value ?? 0) };
  const rounding = differsAsPrinted(from, to, figure) ? ' before rounding' : '';
  return [
    makeTextInline(`${adverb}${direction} by `),
    { kind: 'value', text: formatInWords({ ...size, isSigned: false }), figure },
    makeTextInline(rounding + sinceWords),
  ];
}

function describeEndsAfterSize(change: Change): Inline[] {
  if (change.direction === 'reversed' || isFromNothing(change)) return [];
  if (change.to.groups) return describeGapEnds(change);
  return [...describeEnds(', from ', change), ...describeRateOfLongerPeriod(change)];
}

/** Describes both ends. A note that both have follows once. */
function describeEnds(start: string, { from, to }: Change): Inline[] {
  const earlier = from.note !== undefined && from.note === to.note ? formatValue(from) : undefined;
  return [
    makeTextInline(start),
    makeFigureInline(from, earlier),
    makeTextInline(' to '),
    makeFigureInline(to),
  ];
}
