import { sum } from '../statistics/sum.js';
import { nameColumn, TOTAL_LABEL, TOTAL_ROW, type DataColumn, type DataSet } from './data-set.js';
import { CONFIDENTIAL } from './disclosure.js';
import type { Figure } from './figure.js';
import { findMostPlaces } from './find-most-places.js';

/** The row of totals. */
export const TOTAL = { id: TOTAL_ROW, label: TOTAL_LABEL };

/**
 * Adds up the figures of a column of a data set. The sum is not known while a part of it is not, unless the file states it
 * because a part is confidential.
 */
export function addUpColumn(
  set: DataSet,
  column: DataColumn,
  inputs: readonly Figure[],
  row: { id: string; label: string } = TOTAL,
): Figure {
  const { id, period, source, place, statedTotals } = set;
  const stated = statedTotals[column.id];
  const unknown = inputs.filter(({ value }) => value === null);
  const [missing] = unknown;
  if (stated && missing && unknown.every(({ reason }) => reason === CONFIDENTIAL))
    return {
      ...stated,
      place: missing.place,
      formula: `sum of ${nameColumn(column)}, also of what is not shown`,
      inputs,
    };
  const decisive = missing ?? inputs[0];
  const name = nameColumn(column);
  return {
    id: `data.${id}.${row.id}.${column.id}`,
    label: `${row.label}, ${name}`,
    value: missing ? null : sum(inputs.map(({ value }) => value ?? 0)),
    unit: decisive?.unit ?? 'number',
    ...(missing?.reason !== undefined && { reason: missing.reason }),
    places: column.places ?? findMostPlaces(inputs),
    ...(inputs.some(({ isSigned }) => isSigned === true) && { isSigned: true }),
    period: period.label,
    place: decisive?.place ?? place,
    source,
    formula: `sum of ${name}`,
    inputs,
  };
}
