import type { Figure } from '../../model/figure.js';
import type { Indicator } from '../../model/indicator.js';
import type { Measure } from '../../model/measure.js';
import type { QuarterData } from '../../model/quarter-data.js';
import { daysOfYearTo, quarterLabel, type Quarter } from '../../model/quarter.js';
import { formatNumber, formatValue } from '../../format.js';
import { detectionRate, poissonRate } from '../../statistics/counts.js';
import { compareCounts, countToDate } from './count-indicator.js';
import { CONFIDENCE, indicatorOf, missingFigure } from '../indicator-of.js';
import { measureChange, untested } from '../measure-change.js';
import { yearEndTarget } from '../year-end-target.js';

/** Events of the year so far per so many people. Rates are compared by their counts, each over its people and days. */
export function rateIndicator(measure: Measure, history: QuarterData[], measures: Measure[]): Indicator {
  const indicator = indicatorOf(measure, history, (data) => rateIn(measure, data, history, measures));
  const quarter = history.at(-1)?.quarter;
  if (quarter === undefined) return indicator;
  const exposure = (one: Quarter): number => {
    const people = populationIn(
      measure,
      history.find((data) => data.quarter === one),
    );
    return (people?.value ?? 0) * daysOfYearTo(one);
  };
  const countAt = (one: Quarter): Figure | null => {
    const data = history.find((held) => held.quarter === one);
    return data ? numeratorIn(measure, data, history, measures) : null;
  };
  return {
    ...indicator,
    change: measureChange(measure, quarter, indicator, (earlier) => {
      const [before, after] = [countAt(earlier), countAt(quarter)];
      return before && after
        ? compareCounts(measure, before, after, exposure(earlier), exposure(quarter))
        : untested('a count is missing');
    }),
    target: yearEndTarget(measure, quarter, quarter.endsWith('q4') ? indicator.value : null),
  };
}

function rateIn(
  measure: Measure,
  data: QuarterData,
  history: QuarterData[],
  measures: Measure[],
): Figure | null {
  const count = numeratorIn(measure, data, history, measures);
  const people = populationIn(measure, data);
  if (!count && !people) return null;
  if (!count || !people)
    return missingFigure(
      measure,
      data.quarter,
      `no ${count ? 'population' : 'count'} on file for ${quarterLabel(data.quarter)}`,
    );
  const unknown = [count, people].find(({ value }) => value === null);
  if (unknown) return missingLike(measure, unknown);
  const per = measure.ratio?.per ?? 1;
  const { rate, lower, upper } = poissonRate(count.value ?? 0, people.value ?? 0, per, CONFIDENCE);
  if (rate === null || lower === null || upper === null)
    return missingFigure(measure, data.quarter, 'the population is nought');
  return {
    ...shared(measure, count),
    value: rate,
    base: people.value ?? 0,
    formula: `${formatValue(count)} ÷ ${formatValue(people)} × ${formatNumber(per)}`,
    inputs: [count, people],
    interval: { lower, upper, confidence: CONFIDENCE },
  };
}

/** Detections for each offence of the year so far. Changes are stated and not tested: detections lag behind offences. */
export function detectionIndicator(measure: Measure, history: QuarterData[], measures: Measure[]): Indicator {
  const indicator = indicatorOf(measure, history, (data) => {
    const detections = numeratorIn(measure, data, history, measures);
    const offences = countOf(measure.ratio?.denominator, data, history, measures);
    if (!detections || !offences) return null;
    const unknown = [detections, offences].find(({ value }) => value === null);
    if (unknown) return missingLike(measure, unknown);
    const { rate, status } = detectionRate(detections.value ?? 0, offences.value ?? 0);
    if (rate === null) return missingFigure(measure, data.quarter, `${status}: no offences`);
    return {
      ...shared(measure, detections),
      value: rate,
      base: offences.value ?? 0,
      formula: `${formatValue(detections)} ÷ ${formatValue(offences)}`,
      inputs: [detections, offences],
    };
  });
  const quarter = history.at(-1)?.quarter;
  if (quarter === undefined) return indicator;
  return {
    ...indicator,
    change: measureChange(measure, quarter, indicator, () =>
      untested('detections may belong to offences of an earlier period'),
    ),
    target: yearEndTarget(measure, quarter, indicator.value),
  };
}

/** A figure that cannot be had because one that it is computed from is not there: with that one's reason and place. */
function missingLike(measure: Measure, { place, reason }: Figure): Figure {
  return { ...missingFigure(measure, undefined, reason), place };
}

function numeratorIn(
  measure: Measure,
  data: QuarterData,
  history: QuarterData[],
  measures: Measure[],
): Figure | null {
  return countOf(measure.ratio?.numerator, data, history, measures);
}

function countOf(
  id: string | undefined,
  data: QuarterData,
  history: QuarterData[],
  measures: Measure[],
): Figure | null {
  const measure = measures.find((one) => one.id === id);
  return measure ? countToDate(measure, data, history) : null;
}

function populationIn({ ratio }: Measure, data: QuarterData | undefined): Figure | undefined {
  return ratio && data?.populations[ratio.denominator];
}

function shared(measure: Measure, count: Figure): Omit<Figure, 'value'> {
  const { period, place, source, assumed } = count;
  return {
    id: measure.id,
    label: measure.label,
    unit: measure.unit,
    place,
    source,
    ...(period !== undefined && { period }),
    ...(assumed !== undefined && { assumed }),
  };
}
