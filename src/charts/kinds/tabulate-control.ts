import { formatMonth } from '../../format/dates.js';
import type { Control, ControlMonth, ControlPhase } from '../../model/control.js';
import { formatNumber } from '../../format/numbers.js';
import type { Figure } from '../../model/figure.js';
import { countPlaces } from '../../model/published-value.js';
import { parseUnit, type Unit } from '../../model/unit.js';
import type { NumberTable } from './chart-kind.js';
import { formatLimitValue } from './format-limit-value.js';

type Row = NumberTable['rows'][number];

/** Lists the months with their signals, then the mean and the limits of each phase, and the target. */
export function tabulateControl(control: Control | null): NumberTable {
  const { months = [], phases = [], target = null } = control ?? {};
  return {
    columns: [nameColumn(months[0]?.figure.unit ?? 'count'), 'Signal'],
    rows: [
      ...months.map((month, index) => ({
        label: formatMonth(month.month),
        cells: [month.figure, describeSignal(month, findPhase(phases, index))],
      })),
      ...phases.flatMap((phase) => listLimits(phase, phases.length > 1)),
      ...(target ? [makeRow('Target of each month', target)] : []),
    ],
  };
}

/** Names the column of months. The heading has the unit that the cells leave out. */
function nameColumn(unit: Unit): string {
  const parts = parseUnit(unit);
  switch (parts.kind) {
    case 'rate':
      return `Rate per ${formatNumber(parts.per, countPlaces(parts.per))}`;
    case 'ratio':
      return 'Ratio';
    case 'percent':
      return 'Percentage';
    default:
      return 'Number';
  }
}

function findPhase(phases: readonly ControlPhase[], month: number): ControlPhase | undefined {
  return phases.findLast(({ start }) => start <= month);
}

function describeSignal({ figure, signal }: ControlMonth, phase: ControlPhase | undefined): string {
  if (figure.value === null) return '–';
  if (!phase || phase.upper.value === null) return 'not judged';
  return signal ?? 'none';
}

function listLimits({ from, upper, mean, lower }: ControlPhase, isOneOfSeveral: boolean): Row[] {
  if (upper.value === null) return [];
  const end = isOneOfSeveral ? ` from ${from}` : '';
  return [
    makeRow(`Upper limit${end}`, upper),
    makeRow(`Mean${end}`, mean),
    makeRow(`Lower limit${end}`, lower),
  ];
}

function makeRow(label: string, figure: Figure): Row {
  return { label, cells: [{ figure, text: formatLimitValue(figure) }, '–'] };
}
