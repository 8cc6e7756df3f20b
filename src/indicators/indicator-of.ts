import type { Figure } from '../model/figure.js';
import type { Indicator } from '../model/indicator.js';
import type { Measure } from '../model/measure.js';
import type { QuarterData } from '../model/quarter-data.js';
import { previousYearEnd, quarterLabel, shiftQuarter, windowLabel, type Quarter } from '../model/quarter.js';

/** The confidence of every interval, and the level of every test. */
export const CONFIDENCE = 0.95;
export const ALPHA = 0.05;

/** An indicator from whatever figure each quarter has for it; quarters without one are left out, never counted as 0. */
export function indicatorOf(
  measure: Measure,
  history: QuarterData[],
  figureIn: (quarter: QuarterData) => Figure | null,
): Indicator {
  const series = history.flatMap((data) => {
    const figure = figureIn(data);
    return figure ? [{ quarter: data.quarter, figure }] : [];
  });
  const quarter = history.at(-1)?.quarter;
  const current = series.find((one) => one.quarter === quarter)?.figure;
  return {
    id: measure.id,
    label: measure.label,
    short: measure.short,
    betterWhen: measure.betterWhen,
    survey: measure.kind === 'rolling-survey' ? (measure.survey?.id ?? null) : null,
    value: current ?? missingFigure(measure, quarter),
    series,
    change: null,
    target: null,
    projection: null,
    control: null,
  };
}

/** Stands where a figure is not on file, and says so all the way to the page. */
export function missingFigure(
  measure: Measure,
  quarter: Quarter | undefined,
  reason = quarter ? `not published for ${periodName(measure, quarter)}` : 'not published',
): Figure {
  return {
    id: measure.id,
    label: measure.label,
    value: null,
    unit: measure.unit,
    reason,
    place: measure.place,
    source: measure.source,
  };
}

/** A rolling result is named for the twelve months that it covers. */
function periodName({ kind }: Measure, quarter: Quarter): string {
  return kind === 'rolling-survey' ? windowLabel(quarter) : quarterLabel(quarter);
}

/** The quarter that a measure's change is measured from. */
export function earlierQuarter(measure: Measure, quarter: Quarter): Quarter | null {
  switch (measure.compareWith) {
    case undefined:
      return null;
    case 'previous-year-end':
      return previousYearEnd(quarter);
    case 'previous-quarter':
      return shiftQuarter(quarter, -1);
    case 'same-quarter-last-year':
      return shiftQuarter(quarter, -4);
    default:
      return measure.compareWith;
  }
}
