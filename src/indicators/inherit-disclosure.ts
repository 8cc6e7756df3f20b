import type { Inputs } from '../model/inputs.js';
import type { MeasureFields } from '../model/measure.js';

/** Adds the protection of the first protected count that a measure is computed from, so that tables explain its mark. */
export function inheritDisclosure(
  measure: MeasureFields,
  { measures }: Pick<Inputs, 'measures'>,
  counts: readonly string[],
): MeasureFields {
  const disclosure = measures.find(({ id, disclosure: own }) => own && counts.includes(id))?.disclosure;
  return disclosure ? { ...measure, disclosure } : measure;
}
