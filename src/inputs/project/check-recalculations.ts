import { formatMonth } from '../../format/dates.js';
import { isOfKind, type Measure, type MeasureOf, type Recalculation } from '../../model/measure.js';
import { makeError, makeWarning, type Problem } from '../../model/problem.js';
import type { QuarterData } from '../../model/quarter-data.js';
import { monthsOf, type Quarter } from '../../model/quarter.js';

const LEAST_MONTHS = 2;
const ENOUGH_MONTHS = 12;

/**
 * Checks the months from which the limits of control charts are calculated anew. A month after the paper's
 * quarter has no effect yet.
 */
export function checkRecalculations(
  measures: readonly Measure[],
  history: readonly QuarterData[],
  quarter: Quarter,
): Problem[] {
  const lastMonth = monthsOf(quarter).at(-1) ?? '';
  return measures
    .filter((measure) => isOfKind(measure, 'control-chart'))
    .flatMap((measure) => checkMeasure(measure, history, lastMonth));
}

function checkMeasure(
  { id, label, recalculations }: MeasureOf<'control-chart'>,
  history: readonly QuarterData[],
  lastMonth: string,
): Problem[] {
  const months = history.flatMap((data) => data.months[id] ?? []);
  const names = months.map(({ month }) => month).sort();
  const due = recalculations.filter(({ from }) => from <= lastMonth);
  const absent = due.filter(({ from }) => !names.includes(from));
  if (absent.length > 0) return absent.map((recalculation) => reportAbsent(recalculation, label, names));
  const counted = months.filter(({ figure }) => figure.value !== null).map(({ month }) => month);
  return due.flatMap((recalculation, index) => checkLength(recalculation, due[index + 1], counted));
}

function reportAbsent({ from, place }: Recalculation, label: string, names: readonly string[]): Problem {
  const [first, last] = [names[0], names.at(-1)];
  return makeError('month-on-file', place, `${label} has no count for ${from}`, {
    expected:
      first === undefined ? 'a month in activity.yaml' : `a month on file, from ${first} to ${last ?? first}`,
  });
}

/** Warns of new limits from too few months. The newest limits get more months in time. */
function checkLength(
  { from, place }: Recalculation,
  next: Recalculation | undefined,
  counted: readonly string[],
): Problem[] {
  const count = counted.filter((month) => month >= from && (!next || month < next.from)).length;
  if (count >= (next ? ENOUGH_MONTHS : LEAST_MONTHS)) return [];
  const months = count === 1 ? '1 month' : `${count} months`;
  return [
    makeWarning('limits-have-months', place, `the limits from ${formatMonth(from)} rest on ${months}`, {
      expected: next ? `at least ${ENOUGH_MONTHS} months` : `at least ${LEAST_MONTHS} consecutive months`,
      hint:
        count < LEAST_MONTHS
          ? 'The chart has no limits for these months.'
          : 'The paper calls these limits provisional.',
    }),
  ];
}
