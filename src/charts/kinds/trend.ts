import * as z from 'zod';
import { AXIS_PERIODS, AXIS_WORDS } from '../../model/axis-periods.js';
import type { Point, TrendChart } from '../../model/drawing.js';
import { expandSurveyNames } from '../../model/expand-survey-names.js';
import { startsSeries } from '../../model/find-break.js';
import { findFigure } from '../../model/find-figure.js';
import { listChartPeriods } from '../../model/list-chart-periods.js';
import type { Indicator } from '../../model/indicator.js';
import type { Indicators } from '../../model/indicators.js';
import { isFraction } from '../../model/unit.js';
import { isOfPeriodAlone, namePeriod } from '../../model/name-span.js';
import { periodNoun, type Period } from '../../model/period.js';
import { makeError, type Problem } from '../../model/problem.js';
import type { OfKind } from '../../model/of-kind.js';
import type { ChartContent } from '../../model/template.js';
import { field } from '../../schema/field.js';
import { id } from '../../schema/scalars.js';
import { withNames } from '../../schema/with-names.js';
import { describeMeasureNames, notes } from '../../schema/insert-fields.js';
import { lastField } from '../grid/last-field.js';
import { describeMissing, hasNoValue } from '../missing-chart.js';
import { findMeasures } from '../../model/find-measures.js';
import { toPoint } from '../to-point.js';
import type { ChartKind, NumberTable } from './chart-kind.js';
import { chartTexts } from './chart-texts.js';
import { listMeasureTargets, type MeasureTarget } from './list-measure-targets.js';
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
  over: field(
    z.enum(AXIS_WORDS),
    'the periods along the axis, by default as long as that of the paper: months are those that have folders of their own',
    'months',
  ).optional(),
  last: lastField.optional(),
  emphasis: field(
    withNames(id, 'measures with one value'),
    'the measure to draw heavier',
    'satisfied',
  ).optional(),
  notes,
});

type Content = OfKind<ChartContent, 'trend'>;

export const trend: ChartKind<'trend', typeof schema> = {
  schema,
  shows: { result: 'single value', canNameSurvey: true },
  drawsIntervals: true,
  readContent: (entry, { measures, placeOf }) => ({
    kind: 'trend',
    measures: expandSurveyNames(entry.measures, measures),
    emphasis: entry.emphasis,
    over: entry.over ?? null,
    last: entry.last ?? null,
    overPlace: entry.over === undefined ? placeOf() : placeOf('over'),
  }),
  check,
  computeData: (content, indicators) => {
    if (findMeasures(content.measures, indicators).length === 0) return null;
    const measures = listShown(content, indicators);
    const figures = measures.flatMap(({ series, value }) => [value, ...series.map(({ figure }) => figure)]);
    if (hasNoValue(figures)) return describeMissing(figures);
    return plotSeries(measures, content.emphasis);
  },
  writeNote: (content, indicators) => {
    const measures = listShown(content, indicators);
    const notes = [writeGapNote(measures), writeTargetNote(measures)].filter((note) => note !== null);
    return notes.join(' ') || null;
  },
  extendAlternative: (content, indicators) =>
    listMeasureTargets(listShown(content, indicators))
      .map(({ text }) => `${text}.`)
      .join(' ') || null,
  tabulate: (content, indicators) => tabulate(listShown(content, indicators)),
  listTemplateValues: (content, indicators) => listMeasureValues(listShown(content, indicators)),
};

/** Lists the measures with the figures of the axis: of periods as long as it says, and no more than it shows. */
function listShown({ measures: ids, over, last }: Content, indicators: Indicators): Indicator[] {
  const measures = over === null ? indicators.measures : (indicators.measuresOver[AXIS_PERIODS[over]] ?? {});
  const found = findMeasures(ids, { measures }).map((measure) =>
    measures === indicators.measures ? measure : dropTarget(measure),
  );
  if (last === null) return found;
  const periods = new Set(listChartPeriods(found).slice(-last));
  return found.map((measure) => ({
    ...measure,
    series: measure.series.filter(({ period }) => periods.has(period)),
  }));
}

/** Leaves out the target of a count or a rate within each period: it is for periods as long as the paper's. */
function dropTarget(measure: Indicator): Indicator {
  const latest = measure.series.at(-1);
  const isOfLength = latest && isOfPeriodAlone(latest) && !isFraction(latest.figure.unit);
  return isOfLength ? { ...measure, target: null } : measure;
}

/** Reports an axis of periods that have no figures. */
function check({ measures: ids, over, overPlace }: Content, indicators: Indicators): Problem[] {
  if (over === null || findMeasures(ids, indicators).length === 0) return [];
  const found = findMeasures(ids, { measures: indicators.measuresOver[AXIS_PERIODS[over]] ?? {} });
  if (found.some(({ series }) => series.length > 0)) return [];
  const noun = periodNoun({ kind: AXIS_PERIODS[over] });
  return [
    makeError('chart-can-be-drawn', overPlace, `these measures have no figures of a single ${noun}`, {
      expected: `their figures in a folder for each ${noun}`,
      hint: 'Without over:, the chart shows the periods that are as long as that of the paper.',
    }),
  ];
}

function plotSeries(measures: Indicator[], emphasis: string | undefined): TrendChart {
  const periods = listChartPeriods(measures);
  return {
    kind: 'trend',
    unit: measures[0]?.value.unit ?? 'number',
    targets: listMeasureTargets(measures).flatMap(({ text, series, figure }) =>
      figure.value === null ? [] : [{ kind: 'target', text, series, value: figure.value }],
    ),
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

function tabulate(measures: Indicator[]): NumberTable {
  const periods = listChartPeriods(measures);
  return {
    columns: periods.map((period) => namePeriod(measures, period)),
    rows: [
      ...measures.map((measure) => ({
        label: measure.label,
        cells: periods.map((period) => findFigure(measure, period) ?? null),
      })),
      ...listMeasureTargets(measures).map((target) => tabulateTarget(target, periods)),
    ],
  };
}

/** A target is in the column of the latest period: it is for the year of that. */
function tabulateTarget(
  { name, figure }: MeasureTarget,
  periods: readonly Period[],
): NumberTable['rows'][number] {
  return {
    label: name,
    cells: periods.map((_period, index) => (index === periods.length - 1 ? figure : '–')),
    isLine: true,
  };
}
