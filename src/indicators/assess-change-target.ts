import type { Change, ChangeTarget } from '../model/change.js';
import type { Figure } from '../model/figure.js';
import type { ComparedFields, MeasureFields } from '../model/measure.js';
import { removeFloatNoise } from '../statistics/rounding.js';

type Measured = Pick<Change, 'from' | 'to' | 'figure' | 'relative' | 'direction'>;

/** Changes in per cent print with one decimal place. */
const PERCENT_PLACES = 1;

/** Compares a change with its target, by unrounded values. Returns null if the measure has no target for it. */
export function assessChangeTarget(
  { id, label, changeTarget, betterWhen }: MeasureFields & ComparedFields,
  change: Measured,
): ChangeTarget | null {
  if (!changeTarget) return null;
  const isPercent = changeTarget.as === 'percent';
  const actual = isPercent ? change.relative : change.figure;
  const { period, source, place } = actual;
  const aim = changeTarget.figure.value ?? 0;
  const size = isPercent ? change.relative.value : findSizeChange(change);
  const value = size === null ? null : removeFloatNoise(size - aim);
  const missing = value === null ? explainMissing(change, actual) : null;
  const figure: Figure = { ...changeTarget.figure, ...(period !== undefined && { period }) };
  return {
    figure,
    distance: {
      id: `${id}.from-target`,
      label: `${label}: change less its target`,
      value,
      unit: isPercent ? 'points' : figure.unit,
      places: Math.max(figure.places ?? 0, isPercent ? PERCENT_PLACES : (actual.places ?? 0)),
      isSigned: true,
      source,
      place,
      ...(period !== undefined && { period }),
      formula: `${actual.id} − ${figure.id}`,
      inputs: [actual, figure],
      ...(missing !== null && { reason: missing }),
    },
    ...judge(value, missing, betterWhen),
    isLimit: betterWhen === 'lower' ? aim >= 0 : aim <= 0,
    noun: nameChange(change, aim === 0 ? betterWhen === 'lower' : aim > 0),
  };
}

function judge(
  distance: number | null,
  missing: string | null,
  betterWhen: MeasureFields['betterWhen'],
): Pick<ChangeTarget, 'status' | 'reason'> {
  if (distance === null) return { status: 'not available', reason: missing };
  if (betterWhen === 'neither')
    return { status: 'not available', reason: 'neither direction of the measure counts as better' };
  const isMet = betterWhen === 'lower' ? distance <= 0 : distance >= 0;
  return { status: isMet ? 'met' : 'not met', reason: null };
}

/** Returns the change of a value, or of the size of a gap. A gap that reversed has none. */
function findSizeChange({ from, to, figure, direction }: Measured): number | null {
  if (direction === 'reversed' || figure.value === null) return null;
  return to.groups ? Math.abs(to.value ?? 0) - Math.abs(from.value ?? 0) : figure.value;
}

function explainMissing({ direction }: Measured, { reason }: Figure): string {
  return direction === 'reversed' ? 'the gap reversed' : (reason ?? 'a figure is missing');
}

function nameChange({ to }: Measured, isUpward: boolean): ChangeTarget['noun'] {
  if (to.groups) return isUpward ? 'widening' : 'narrowing';
  return isUpward ? 'rise' : 'fall';
}
