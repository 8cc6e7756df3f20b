import { TO_COME, type Figure } from '../../model/figure.js';
import type { Place } from '../../model/problem.js';
import type { RowGrid } from './row-grid.js';

interface RowValue {
  label: string;
  value: Figure;
  values: Record<string, Figure>;
}

/**
 * Returns what a chart's own texts reach: `{{chart.rows}}` with a label and a value each, `{{chart.highest}}` and
 * `{{chart.lowest}}`. The value is that of the last series; `values` has all of them by column.
 */
export function listGridValues(
  grid: RowGrid | null,
  place: Place,
): { rows: RowValue[]; highest: RowValue; lowest: RowValue } {
  const absent: Figure = {
    id: 'chart',
    label: 'no row',
    value: null,
    unit: 'number',
    reason: TO_COME,
    place,
    source: '',
  };
  const rows = (grid?.rows ?? []).map(({ label, cells }): RowValue => ({
    label,
    value: cells.at(-1)?.figure ?? { ...absent, label, reason: 'no figure on file' },
    values: Object.fromEntries(
      (grid?.series ?? []).map(({ id }, index) => [id, cells[index]?.figure ?? { ...absent, label }]),
    ),
  }));
  const known = rows
    .filter(({ value }) => value.value !== null)
    .sort((a, b) => (b.value.value ?? 0) - (a.value.value ?? 0));
  const none: RowValue = { label: 'no row', value: absent, values: {} };
  return { rows, highest: known[0] ?? none, lowest: known.at(-1) ?? none };
}
