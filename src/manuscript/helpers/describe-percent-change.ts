import { formatPercent } from '../../format/numbers.js';
import { isToCome } from '../../model/figure.js';
import type { Change } from '../../model/change.js';
import type { Inline } from '../../model/inline.js';
import { isRateNoticeable } from './change-values.js';
import { describeRiseFromNothing, doNumberAndRateDiffer, isFromNothing } from './describe-count-change.js';
import { describeReversal } from './describe-gap-change.js';
import { describeIncomparablePercent, isIncomparable } from './describe-incomparable.js';
import { makeFigureInline, makeTextInline } from './figure-values.js';

/** Describes a change in per cent of the earlier figure: "rose by 14.3%". Counts over unequal periods go by day. */
export function describePercentChange(change: Change): Inline[] {
  const { relative, direction } = change;
  if (relative.value === null && isIncomparable(change)) return describeIncomparablePercent(change);
  if (isToCome(relative)) return [makeTextInline('changed by '), makeFigureInline(relative)];
  if (isFromNothing(change)) return describeRiseFromNothing(change);
  if (direction === 'reversed') return describeReversal(change, '');
  if (relative.value === null) return describeIncomparablePercent(change);
  if (direction === 'unchanged') return [makeTextInline('did not change')];
  if (!isRateNoticeable(change)) return [makeTextInline('hardly changed')];
  return [
    makeTextInline(`${direction} by `),
    makeFigureInline(relative, formatPercent(Math.abs(relative.value), 1)),
    ...describeNumberApart(change),
  ];
}

/** Adds the change of the number if it went another way than the rate. */
function describeNumberApart(change: Change): Inline[] {
  if (!doNumberAndRateDiffer(change)) return [];
  const { figure, from, to } = change;
  const verb = (figure.value ?? 0) > 0 ? 'rose' : 'fell';
  if (figure.value === 0)
    return [makeTextInline(' per day, though the number stayed at '), makeFigureInline(to)];
  return [
    makeTextInline(` per day, though the number ${verb} from `),
    makeFigureInline(from),
    makeTextInline(' to '),
    makeFigureInline(to),
  ];
}
