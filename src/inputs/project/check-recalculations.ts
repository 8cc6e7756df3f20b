import { formatMonth } from '../../format/dates.js';
import { isOfKind, type Measure, type MeasureOf, type Recalculation } from '../../model/measure.js';
import { makeError, makeWarning, type Problem } from '../../model/problem.js';
import type { PeriodData } from '../../model/period-data.js';
import { getNextMonth } from '../../model/next-month.js';
import { nameValue } from '../../model/name-value.js';
import { monthsOf, type Period } from '../../model/period.js';

/**
 * Checks the months from which the limits of control charts are calculated anew. A month after the paper's
 * period has no effect yet.
 */
export function checkRecalculations(
  measures: readonly Measure[],
  history: readonly PeriodData[],
  period: Period,
): Problem[] {
  const lastMonth = monthsOf(period).at(-1) ?? '';
  return measures
    .filter((measure) => isOfKind(measure, 'control-chart'))
    .flatMap((measure) => checkMeasure(measure, history, lastMonth));
}

function checkMeasure(
  { id, label, unit, recalculations }: MeasureOf<'control-chart'>,
  history: readonly PeriodData[],
  lastMonth: string,
): Problem[] {
  const months = history.flatMap((data) => data.months[id] ?? []);
  const names = months.map(({ month }) => month).sort();
  const due = recalculations.filter(({ from }) => from <= lastMonth);
  const absent = due.filter(({ from }) => !names.includes(from));
  if (absent.length > 0)
    return absent.map((recalculation) =>
      reportAbsent(recalculation, `${label} has no ${nameValue(unit)}`, names),
    );
  const counted = months.filter(({ figure }) => figure.value !== null).map(({ month }) => month);
  return due.flatMap((recalculation, index) =>
    checkLength(recalculation, due[index + 1], counted, nameValue(unit)),
  );
}

function reportAbsent({ from, place }: Recalculation, fault: string, names: readonly string[]): Problem {
  const [first, last] = [names[0], names.at(-1)];
  return makeError('month-on-file', place, `${fault} for ${from}`, {
    expected:
      first === undefined ? 'a month in activity.yaml' : `a month on file, from ${first} to ${last ?? first}`,
  });
}

/** Warns of new limits that cannot be calculated: they need two consecutive months with a number. */
function checkLength(
  { from, place }: Recalculation,
  next: Recalculation | undefined,
  counted: readonly string[],
  noun: string,
): Problem[] {
  const months = counted.filter((month) => month >= from && (!next || month < next.from));
  if (months.some((month) => months.includes(getNextMonth(month)))) return [];
  return [
    makeWarning('limits-have-months', place, `no limits can be calculated from ${formatMonth(from)}`, {
      expected: `at least two consecutive months with a ${noun}`,
      hint: 'The chart has no limits for these months, and judges none of them.',
    }),
  ];
}
