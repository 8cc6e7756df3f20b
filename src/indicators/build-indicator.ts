import type { Figure } from '../model/figure.js';
import { findMostPlaces } from '../model/find-most-places.js';
import { findFigure } from '../model/find-figure.js';
import type { Indicator } from '../model/indicator.js';
import type { Inputs } from '../model/inputs.js';
import type { MeasureFields } from '../model/measure.js';
import type { PeriodData } from '../model/period-data.js';
import { countPerYear, type Period } from '../model/period.js';
import { makeMissingFigure } from './make-missing-figure.js';

/**
 * Builds an indicator from the figure of each period of the paper's kind. Periods without a figure are left out, never counted
 * as 0. `explainMissing` gives the reason why a period has no figure.
 */
export function buildIndicator(
  measure: MeasureFields,
  { history, period }: Pick<Inputs, 'history' | 'period'>,
  readFigure: (data: PeriodData) => Figure | null,
  explainMissing: (period: Period) => string = (end) => `not published for ${end.label}`,
): Indicator {
  const series = alignPlaces(
    history
      .filter((data) => data.period.kind === period.kind)
      .flatMap((data) => {
        const figure = readFigure(data);
        return figure ? [{ period: data.period, figure: applyStyle(figure, measure) }] : [];
      }),
  );
  const current = findFigure({ series }, period);
  return {
    id: measure.id,
    label: measure.label,
    short: measure.short,
    betterWhen: measure.betterWhen,
    survey: null,
    ...(measure.disclosure && { disclosure: measure.disclosure }),
    value: current ?? makeMissingFigure(measure, explainMissing(period)),
    series,
    periodsApart: countPerYear(period),
    change: null,
    recent: null,
    target: null,
    projection: null,
    control: null,
  };
}

/** Prints a figure with the decimal places and the sign that its measure asks for. */
function applyStyle(figure: Figure, { places, isSigned }: MeasureFields): Figure {
  return {
    ...figure,
    ...(places !== undefined && { places }),
    ...(isSigned === true && { isSigned }),
  };
}

/** Gives computed percentages the decimal places of the published ones that they are printed beside. */
function alignPlaces(series: Indicator['series']): Indicator['series'] {
  const places = findMostPlaces(series.map(({ figure }) => figure));
  if (places === 0) return series;
  return series.map(({ period, figure }) => ({
    period,
    figure: figure.unit === 'percent' && figure.places === undefined ? { ...figure, places } : figure,
  }));
}
