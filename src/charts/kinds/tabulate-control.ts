import { formatMonth } from '../../format/dates.js';
import type { Control, ControlPhase } from '../../model/control.js';
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
      ...months.map(({ month, figure, signal }) => ({
        label: formatMonth(month),
        cells: [figure, signal ?? 'none'],
      })),
      ...phases.flatMap((phase) => listLimits(phase, phases.length > 1)),
      ...(target ? [makeRow('Target of each month', target)] : []),
    ],
  };
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
