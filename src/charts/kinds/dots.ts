import * as z from 'zod';
import type { DotRow } from '../../model/drawing.js';
import { CONFIDENTIAL, isConfidential } from '../../model/disclosure.js';
import { isToCome, TO_COME, type Figure } from '../../model/figure.js';
import type { Indicator } from '../../model/indicator.js';
import { describeMeasureNames, notes } from '../../schema/insert-fields.js';
import { describeMissing, hasNoValue } from '../missing-chart.js';
import { findMeasures } from '../../model/find-measures.js';
import { toPoint } from '../to-point.js';
import type { ChartKind } from './chart-kind.js';
import { chartTexts } from './chart-texts.js';
import { listMeasureValues } from './list-measure-values.js';

const schema = z.strictObject({
  kind: z.literal('dots').describe('counts on a logarithmic scale'),
  ...chartTexts,
  measures: describeMeasureNames('the dots, by the names in measures.yaml', 'measures with one value'),
  notes,
});

export const dots: ChartKind<'dots', typeof schema> = {
  schema,
  shows: { result: 'single value', canNameSurvey: false },
  drawsIntervals: false,
  readContent: ({ measures }) => ({ kind: 'dots', measures }),
  computeData: (content, indicators) => {
    const measures = findMeasures(content.measures, indicators);
    if (measures.length === 0) return null;
    const figures = measures.map(({ value }) => value);
    if (hasNoValue(figures)) return describeMissing(figures);
    return {
      kind: 'dots',
      rows: [...measures].sort(compareLargestFirst).map(plotMeasure),
      axisNote: `Logarithmic scale: each gridline is ten times the one before${hasZero(figures) ? '; a count of 0 has no dot' : ''}`,
    };
  },
  writeNote: () => null,
  extendAlternative: () => null,
  tabulate: ({ measures }, indicators) => ({
    columns: ['Number'],
    rows: findMeasures(measures, indicators).map(({ label, value }) => ({ label, cells: [value] })),
  }),
  listTemplateValues: ({ measures }, indicators) => listMeasureValues(measures, indicators),
};

function hasZero(figures: readonly Figure[]): boolean {
  return figures.some(({ value }) => value === 0);
}

/** Missing values come last. */
function compareLargestFirst(a: Indicator, b: Indicator): number {
  return (b.value.value ?? -1) - (a.value.value ?? -1);
}

function plotMeasure({ short, value }: Indicator): DotRow {
  const text = isToCome(value) ? TO_COME : isConfidential(value) ? CONFIDENTIAL : 'not available';
  const missing = { value: null, text };
  return { label: short, point: value.value === null ? missing : toPoint(value) };
}
