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

/** Describes a change. With `isTested`, the result of its test follows. */
export function describeChange(change: Change, isTested: boolean): Inline[] {
  const hasVerdict = isTested && isNoticeable(change);
  const verdict = hasVerdict ? [makeTextInline(`, ${formatVerdictPhrase(change)}`)] : [];
  return [...describeDirection(change), ...verdict];
}

function describeDirection(change: Change): Inline[] {
  const { figure, to, direction } = change;
  switch (direction) {
    case 'unknown':
      return isToCome(figure) ? describeEnds('changed from ', change) : describeIncomparable(figure);
    case 'unchanged':
      return [makeTextInline('did not change, at '), makeFigureInline(to)];
    case 'rose':
    case 'fell':
      return isNoticeable(change)
        ? describeSize(change)
        : [makeTextInline('hardly changed, at '), makeFigureInline(to)];
  }
}

/** Describes a change with its size, and says so if the printed figures differ by another amount. */
function describeSize(change: Change): Inline[] {
  const { figure, from, to, direction } = change;
  const size = { ...figure, value: Math.abs(figure.value ?? 0) };
  const isRounded = differsAsPrinted(from, to, figure);
  return [
    makeTextInline(`${direction} by `),
    { kind: 'value', text: formatValue(size), figure },
    ...describeEnds(isRounded ? ' before rounding, from ' : ', from ', change),
  ];
}

function describeEnds(start: string, { from, to }: Change): Inline[] {
  return [makeTextInline(start), makeFigureInline(from), makeTextInline(' to '), makeFigureInline(to)];
}
