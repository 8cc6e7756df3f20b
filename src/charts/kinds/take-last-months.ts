import type { Control } from '../../model/control.js';

/** Keeps the last `count` months. Their limits are still calculated from all months of their phase. */
export function takeLastMonths(control: Control, count: number): Control {
  const { months, phases } = control;
  const left = Math.max(0, months.length - count);
  return {
    ...control,
    months: months.slice(left),
    phases: phases
      .filter((_phase, index) => (phases[index + 1]?.start ?? months.length) > left)
      .map((phase) => ({ ...phase, start: Math.max(0, phase.start - left) })),
  };
}
