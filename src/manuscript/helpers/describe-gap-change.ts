import { formatPoints } from '../../format/numbers.js';
import type { Change } from '../../model/change.js';
import type { Figure } from '../../model/figure.js';
import type { Inline } from '../../model/inline.js';
import { makeFigureInline, makeTextInline } from './figure-values.js';

/** Describes a gap that changed its sign: "reversed, from 3 percentage points higher for men to 5 … higher for women". */
export function describeReversal({ from, to }: Change, since: string): Inline[] {
  return [
    makeTextInline(`reversed${since}, from `),
    ...describeSide(from),
    makeTextInline(' to '),
    ...describeSide(to),
  ];
}

/** Describes the ends of a change of a gap. The later one says which group is higher, if it is not the reference. */
export function describeGapEnds({ from, to }: Change): Inline[] {
  return [
    makeTextInline(', from '),
    makeFigureInline(from, formatSize(from)),
    makeTextInline(' to '),
    makeFigureInline(to),
  ];
}

/** Describes a gap by the group that is higher: "3 percentage points higher for residents over 40". */
function describeSide(gap: Figure): Inline[] {
  const { value, groups } = gap;
  const size = formatSize(gap);
  const text = /[1-9]/.test(size) ? size : 'less than 1 percentage point';
  const higher = (value ?? 0) > 0 ? groups?.reference : groups?.other;
  return [makeFigureInline(gap, text), makeTextInline(` higher for ${higher ?? ''}`)];
}

function formatSize({ value, places }: Figure): string {
  return formatPoints(Math.abs(value ?? 0), places);
}
