import * as z from 'zod';
import { formatMonth } from '../../format/dates.js';
import type { ControlChart } from '../../model/drawing.js';
import type { Figure } from '../../model/figure.js';
import type { Control } from '../../model/indicator.js';
import { measureName, notes } from '../../schema/insert-fields.js';
import { describeMissing, hasNoValue } from '../missing-chart.js';
import { toPoint } from '../to-point.js';
import type { ChartKind } from './chart-kind.js';
import { chartTexts } from './chart-texts.js';
import { listMeasureValues } from './list-measure-values.js';

const schema = z.strictObject({
  kind: z.literal('control').describe('months with the limits of ordinary variation'),
  ...chartTexts,
  measure: measureName,
  notes,
});

export const control: ChartKind<'control', typeof schema> = {
  schema,
  shows: { result: 'single value', canNameSurvey: false },
  drawsIntervals: false,
  readContent: ({ measure }) => ({ kind: 'control', measure }),
  computeData: (content, { measures }) => {
    const measure = measures[content.measure];
    if (!measure?.control) return null;
    const figures = [measure.value, ...measure.control.months.map(({ figure }) => figure)];
    return hasNoValue(figures) ? describeMissing(figures) : plotMonths(measure.control);
  },
  tabulate: ({ measure }, { measures }) => ({
    columns: ['Number', 'Signal'],
    rows: (measures[measure]?.control?.months ?? []).map(({ month, figure, signal }) => ({
      label: formatMonth(month),
      cells: [figure, signal ?? 'none'],
    })),
  }),
  listTemplateValues: ({ measure }, indicators) => listMeasureValues([measure], indicators),
};

function plotMonths({ months, upper, mean, lower }: Control): ControlChart {
  return {
    kind: 'control',
    periods: months.map(({ month }) => formatMonth(month)),
    points: months.map(({ figure, signal }) => ({ ...toPoint(figure), hasSignal: signal !== null })),
    lines: [...toLine('upper limit', upper), ...toLine('mean', mean), ...toLine('lower limit', lower)],
  };
}

function toLine(label: string, { value }: Figure): ControlChart['lines'] {
  return value === null ? [] : [{ label, value }];
}
