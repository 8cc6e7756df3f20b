import * as z from 'zod';
import type { Point, TrendChart } from '../../model/drawing.js';
import { expandSurveyNames } from '../../model/expand-survey-names.js';
import { startsSeries } from '../../model/find-break.js';
import { findFigure } from '../../model/find-figure.js';
import { listChartPeriods } from '../../model/list-chart-periods.js';
import type { Indicator } from '../../model/indicator.js';
import { namePeriod } from '../../model/name-span.js';
import type { Period } from '../../model/period.js';
import { field } from '../../schema/field.js';
import { id } from '../../schema/scalars.js';
import { withNames } from '../../schema/with-names.js';
import { describeMeasureNames, notes } from '../../schema/insert-fields.js';
import { describeMissing, hasNoValue } from '../missing-chart.js';
import { findMeasures } from '../../model/find-measures.js';
import { toPoint } from '../to-point.js';
import type { ChartKind } from './chart-kind.js';
import { chartTexts } from './chart-texts.js';
import { listMeasureValues } from './list-measure-values.js';
import { writeGapNote } from './write-gap-note.js';
import { writeTargetNote } from './write-target-note.js';

const schema = z.strictObject({
  kind: z.literal('trend').describe('lines over the periods on file'),
  ...chartTexts,
  measures: describeMeasureNames(
    'the lines, by the names in measures.yaml; the name of a survey adds all its measures',
    'measures with one value',
    'surveys',
  ),
  emphasis: field(
    withNames(id, 'measures with one value'),
    'the measure to draw heavier',
    'satisfied',
  ).optional(),
  notes,
});

export const trend: ChartKind<'trend', typeof schema> = {
  schema,
  shows: { result: 'single value', canNameSurvey: true },
  drawsIntervals: true,
  readContent: (entry, { measures }) => ({
    kind: 'trend',
    measures: expandSurveyNames(entry.measures, measures),
    emphasis: entry.emphasis,
  }),
  computeData: (content, indicators) => {
    const measures = findMeasures(content.measures, indicators);
    if (measures.length === 0) return null;
    const figures = measures.flatMap(({ series, value }) => [value, ...series.map(({ figure }) => figure)]);
    if (hasNoValue(figures)) return describeMissing(figures);
    return plotSeries(measures, content.emphasis);
  },
  writeNote: (content, indicators) => {
    const measures = findMeasures(content.measures, indicators);
    const notes = [writeGapNote(measures), writeTargetNote(measures)].filter((note) => note !== null);
    return notes.join(' ') || null;
  },
  extendAlternative: () => null,
  tabulate: (content, indicators) => {
    const measures = findMeasures(content.measures, indicators);
    const periods = listChartPeriods(measures);
    return {
      columns: periods.map((period) => namePeriod(measures, period)),
      rows: measures.map((measure) => ({
        label: measure.label,
        cells: periods.map((period) => findFigure(measure, period) ?? null),
      })),
    };
  },
  listTemplateValues: ({ measures }, indicators) => listMeasureValues(measures, indicators),
};

function plotSeries(measures: Indicator[], emphasis: string | undefined): TrendChart {
  const periods = listChartPeriods(measures);
  return {
    kind: 'trend',
    unit: measures[0]?.value.unit ?? 'number',
    target: null,
    periods: periods.map((period) => namePeriod(measures, period)),
    series: measures.map((measure) => ({
      label: measure.short,
      isEmphasised: measure.id === emphasis,
      points: periods.map((period) => plotPeriod(measure, period)),
    })),
  };
}

function plotPeriod(measure: Indicator, period: Period): Point {
  const at = measure.series.findIndex((entry) => entry.period === period);
  const figure = measure.series[at]?.figure;
  if (!figure) return { value: null, text: '' };
  return {
    ...toPoint(figure),
    ...(startsSeries(figure, measure.series[at - 1]?.figure) && { startsSeries: true }),
  };
}
