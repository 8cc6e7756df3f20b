import { differsAsPrinted, formatValue } from '../../format/figures.js';
import { isToCome } from '../../model/figure.js';
import type { Change } from '../../model/change.js';
import type { Indicator } from '../../model/indicator.js';
import type { Inline } from '../../model/inline.js';
import { formatVerdictPhrase } from '../verdict-words.js';
import { describeIncomparable, isNoticeable } from './change-values.js';
import { makeFigureInline, makeTextInline } from './figure-values.js';

/** Describes the change of a measure: "rose by 8 percentage points, from 56% to 64%"; without a comparison, "stands at 64%". */
export function describeMeasure({ value, change }: Indicator, isTested: boolean): Inline[] {
  return change ? describeChange(change, isTested) : [makeTextInline('stands at '), makeFigureInline(value)];
}

/** Describes a change. With `isTested`, the result of its test follows. `since` names the earlier period. */
export function describeChange(change: Change, isTested: boolean, since?: string): Inline[] {
  const verdict = isTested && isNoticeable(change) ? describeVerdict(change) : [];
  return [...describeDirection(change, since), ...verdict];
}

/** Describes the result of a test, behind a change. */
export function describeVerdict(change: Change): Inline[] {
  return [makeTextInline(`, ${formatVerdictPhrase(change)}`)];
}

function describeDirection(change: Change, since?: string): Inline[] {
  const { figure, to, direction } = change;
  switch (direction) {
    case 'unknown':
      return isToCome(figure) ? describeEnds('changed from ', change) : describeIncomparable(figure);
    case 'unchanged':
      return [makeTextInline('did not change, at '), makeFigureInline(to)];
    case 'rose':
    case 'fell':
      return isNoticeable(change)
        ? [...describeSize(change, since), ...describeEnds(', from ', change)]
        : [makeTextInline('hardly changed, at '), makeFigureInline(to)];
  }
}

/** Describes the size of a change, and says so if the printed figures differ by another amount. */
export function describeSize({ figure, from, to, direction }: Change, since?: string): Inline[] {
  const size = { ...figure, value: Math.abs(figure.value ?? 0) };
  const rounding = differsAsPrinted(from, to, figure) ? ' before rounding' : '';
  return [
    makeTextInline(`${direction} by `),
    { kind: 'value', text: formatValue(size), figure },
    makeTextInline(rounding + (since === undefined ? '' : ` since ${since}`)),
  ];
}

function describeEnds(start: string, { from, to }: Change): Inline[] {
  return [makeTextInline(start), makeFigureInline(from), makeTextInline(' to '), makeFigureInline(to)];
}
