import { formatMonth } from '../../format/dates.js';
import type { Control, ControlMonth, ControlPhase } from '../../model/control.js';
import type { Figure } from '../../model/figure.js';
import type { NumberTable } from './chart-kind.js';
import { formatLimitValue } from './format-limit-value.js';

type Row = NumberTable['rows'][number];

/** Lists the months with their signals, then the mean and the limits of each phase, and the target. */
export function tabulateControl(control: Control | null): NumberTable {
  const { months = [], phases = [], target = null } = control ?? {};
  return {
    columns: ['Number', 'Signal'],
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
