import { findPeriodEnd } from '../model/compared-period.js';
import type { RecentChange } from '../model/change.js';
import type { Indicator } from '../model/indicator.js';
import type { ComparedFields, MeasureFields } from '../model/measure.js';
import { periodNoun, shiftPeriod, type Period } from '../model/period.js';
import { measureChange, type ChangeOptions } from './measure-change.js';

type ComparedMeasure = MeasureFields & ComparedFields;

/** The figures and the test of a change since the last period. */
interface RecentOptions extends Omit<ChangeOptions, 'family'> {
  indicator: Indicator;
}

/** Measures both changes of a measure. `recent` replaces the figures and the test of the change since the last period. */
export function measureChanges(
  measure: ComparedMeasure,
  period: Period,
  indicator: Indicator,
  options: ChangeOptions & { recent?: RecentOptions },
): Pick<Indicator, 'change' | 'recent'> {
  const recent = { ...options, indicator, ...options.recent };
  return {
    change: measureChange(measure, period, indicator, options),
    recent: measureRecentChange(measure, period, recent, options.recent !== undefined),
  };
}

/** Measures the change since the last period. Returns null if it has no value, or if `compare-with` names that period. */
function measureRecentChange(
  measure: ComparedMeasure,
  period: Period,
  { indicator, ...options }: ChangeOptions & { indicator: Indicator },
  isOfPeriod: boolean,
): RecentChange | null {
  const last = shiftPeriod(period, -1);
  if (measure.compareWith === undefined || findPeriodEnd(measure.compareWith, period) === last) return null;
  const change = measureChange(
    { ...measure, compareWith: last, changeTarget: undefined },
    period,
    indicator,
    options,
  );
  if (!change || change.figure.value === null) return null;
  const { figure, relative } = change;
  return {
    ...change,
    figure: {
      ...figure,
      id: `${measure.id}.recent`,
      label: `${measure.label}: change since the last ${periodNoun(period)}`,
    },
    relative: { ...relative, id: `${measure.id}.recent-percent` },
    isOfPeriod,
  };
}
