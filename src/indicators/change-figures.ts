import type { Figure, Interval } from '../model/figure.js';
import { findMostPlaces } from '../model/find-most-places.js';
import type { MeasureFields } from '../model/measure.js';
import { type Period } from '../model/period.js';
import { joinDesigns } from './describe-design.js';

/** Two figures of one measure. `reason` says why they have no difference. */
export interface Comparison {
  measure: MeasureFields;
  period: Period;
  earlier: Period;
  from: Figure;
  to: Figure;
  reason: string | null;
}

/** Makes the figure of the difference between two figures. */
export function makeDifference(
  comparison: Comparison,
  value: number | null,
  interval: Interval | null,
): Figure {
  const { measure, period, earlier, from, to, reason } = comparison;
  return {
    id: `${measure.id}.change`,
    label: `${measure.label}: change`,
    value,
    unit: measure.unit === 'percent' ? 'points' : measure.unit,
    ...keepPlaces(from, to),
    period: formatPeriod(comparison),
    place: (to.value === null || from.value !== null ? to : from).place,
    source: to.source,
    formula: `${measure.id} ${period.id} − ${measure.id} ${earlier.id}`,
    inputs: [to, from],
    ...(to.base !== undefined && { base: to.base }),
    ...joinAssumptions(from, to),
    ...(interval && { interval, ...joinDesigns(from, to) }),
    ...(reason !== null && { reason }),
  };
}

/** Makes the figure of the relative change. `byDay` replaces the plain ratio where the periods differ in length. */
export function makeRelativeChange(comparison: Comparison, byDay: number | null | undefined): Figure {
  const { measure, period, earlier, from, to, reason } = comparison;
  const ratio = reason === null ? computeRelative(from.value, to.value) : null;
  const value = byDay === undefined ? ratio : byDay;
  return {
    id: `${measure.id}.percent-change`,
    label: `${measure.label}: change in per cent`,
    value,
    unit: 'percent',
    place: to.place,
    source: to.source,
    period: formatPeriod(comparison),
    formula: `${measure.id} ${period.id} ÷ ${measure.id} ${earlier.id} − 1${byDay === undefined ? '' : ', by day'}`,
    inputs: [to, from],
    ...joinAssumptions(from, to),
    ...(value === null && { reason: reason ?? explainNoRatio(from.value) }),
  };
}

/** Computes the change as a fraction of the earlier value. Null if that is 0, or if a gap changed its sign. */
function computeRelative(from: number | null, to: number | null): number | null {
  if (from === null || to === null || from === 0 || from * to < 0) return null;
  return to / from - 1;
}

function explainNoRatio(from: number | null): string {
  return from === 0 ? 'the earlier value is zero' : 'the gap reversed';
}

function formatPeriod({ period, earlier, from, to }: Comparison): string {
  return `from ${from.period ?? earlier.label}, to ${to.period ?? period.label}`;
}

/** A difference has the decimal places of its figures, unless both have the default of their unit. */
function keepPlaces(...figures: Figure[]): Pick<Figure, 'places'> {
  return figures.some(({ places }) => places !== undefined) ? { places: findMostPlaces(figures) } : {};
}

/** The assumptions behind either figure apply to their difference too. */
function joinAssumptions(...figures: Figure[]): Pick<Figure, 'assumed'> {
  const assumptions = [...new Set(figures.flatMap(({ assumed }) => assumed ?? []))];
  return assumptions.length > 0 ? { assumed: assumptions.join(' ') } : {};
}
