import { sum } from '../statistics/sum.js';
import { nameColumn, type DataColumn, type DataSet } from './data-set.js';
import type { Figure } from './figure.js';
import { periodLabel } from './period.js';

/** Adds up the figures of a column of a data set. The sum is not known while a part of it is not. */
export function addUpColumn(
  { id, period, source, place }: DataSet,
  column: DataColumn,
  inputs: readonly Figure[],
): Figure {
  const missing = inputs.find(({ value }) => value === null);
  const decisive = missing ?? inputs[0];
  const name = nameColumn(column);
  return {
    id: `data.${id}.total.${column.id}`,
    label: `Total, ${name}`,
    value: missing ? null : sum(inputs.map(({ value }) => value ?? 0)),
    unit: decisive?.unit ?? 'number',
    ...(missing?.reason !== undefined && { reason: missing.reason }),
    places: column.places ?? Math.max(0, ...inputs.map(({ places = 0 }) => places)),
    period: periodLabel(period),
    place: decisive?.place ?? place,
    source,
    formula: `sum of ${name}`,
    inputs,
  };
}
