import type { Figure } from '../model/figure.js';
import type { Indicator } from '../model/indicator.js';
import type { Measure, QuarterData } from '../model/inputs.js';
import { measureChange } from './measure-change.js';
import { missingFigure } from './missing-figure.js';

/** A survey measure, published for the twelve months that end with each quarter. */
export function rollingIndicator(measure: Measure, history: QuarterData[]): Indicator {
  return indicatorOf(measure, history, (quarter) => quarter.rolling[measure.id]);
}

/** An indicator from whatever figure each quarter has for it; quarters without one are left out, never counted as 0. */
export function indicatorOf(
  measure: Measure,
  history: QuarterData[],
  figureIn: (quarter: QuarterData) => Figure | undefined,
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
    value: current ?? missingFigure(measure, quarter),
    series,
    change: quarter === undefined ? null : measureChange(measure, quarter, series),
  };
}
