import { formatValue } from '../../format/figures.js';
import type { ChartRows, RowsTarget } from '../../model/chart-rows.js';
import type { Figure } from '../../model/figure.js';
import { countPlaces, toFigureValue } from '../../model/published-value.js';
import type { Unit } from '../../model/unit.js';

/** Makes the figure of a target that is typed in `charts.yaml`, in the unit of the chart. */
export function makeTypedTarget(
  { value, name }: Extract<RowsTarget, { kind: 'value' }>,
  unit: Unit,
  { place, places }: Pick<ChartRows, 'place' | 'places'>,
): { label: string; figure: Figure } {
  const at = places['target.value'] ?? places['target'] ?? place;
  const label = name ?? 'Target';
  const figure: Figure = {
    id: 'chart.target',
    label,
    value: toFigureValue(value, unit),
    unit,
    places: countPlaces(value),
    place: at,
    source: at.file,
  };
  return { label: `${label} ${formatValue(figure)}`, figure };
}
