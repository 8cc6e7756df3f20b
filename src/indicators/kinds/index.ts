import * as z from 'zod';
import type { Inputs } from '../../model/inputs.js';
import type { MeasureFields, MeasureKind, MeasureOf } from '../../model/measure.js';
import type { Checked } from '../../model/problem.js';
import { areaRanking } from './area-ranking.js';
import { controlChart } from './control-chart.js';
import { count } from './count.js';
import { countToDate } from './count-to-date.js';
import { groupGap } from './group-gap.js';
import type { MeasureContext } from './measure-context.js';
import type { MeasureKindDefinition, MeasureResult } from './measure-kind.js';
import { rate } from './rate.js';
import { ratioOfCounts } from './ratio-of-counts.js';
import { surveyMeasure } from './survey.js';
import { shares } from './shares.js';

const KINDS = {
  survey: surveyMeasure,
  'area-ranking': areaRanking,
  'group-gap': groupGap,
  'count-to-date': countToDate,
  count,
  rate,
  'ratio-of-counts': ratioOfCounts,
  'control-chart': controlChart,
  shares,
};

/** A measure as `measures.yaml` has it, of one kind or of any. */
export type RawMeasure<K extends MeasureKind = MeasureKind> = {
  [Kind in K]: z.infer<(typeof KINDS)[Kind]['schema']> & { kind: Kind };
}[K];

/** Every kind of measure. A kind that is missing here is a compile error. */
export const MEASURE_KINDS: { [K in MeasureKind]: MeasureKindDefinition<K, RawMeasure<K>> } = KINDS;

const { survey: first, ...others } = KINDS;

/** One measure of `measures.yaml`, of any kind. */
export const measureSchema = z.discriminatedUnion('kind', [
  first.schema,
  ...Object.values(others).map(({ schema }) => schema),
]);

/** Turns a measure that fits the schema into a trusted one. */
export function normaliseMeasure<K extends MeasureKind>(
  raw: RawMeasure<K>,
  fields: MeasureFields,
  context: MeasureContext,
): Checked<MeasureOf<K>> {
  return MEASURE_KINDS[raw.kind].normalise(raw, fields, context);
}

/** Computes what templates see of a measure. */
export function computeMeasure<K extends MeasureKind>(measure: MeasureOf<K>, inputs: Inputs): MeasureResult {
  return MEASURE_KINDS[measure.kind].compute(measure, inputs);
}
