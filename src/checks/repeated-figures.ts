import { formatValue } from '../format/figures.js';
import { parseDays } from '../format/parse-days.js';
import { findPeriodEnd } from '../model/compared-period.js';
import { getRowLabel, type DataColumn, type DataRow, type DataSet } from '../model/data-set.js';
import type { Figure } from '../model/figure.js';
import { findYear, shiftPeriod, type Period } from '../model/period.js';
import { formatPlace, type Problem } from '../model/problem.js';
import { toPublishedValue } from '../model/published-value.js';
import type { CheckablePaper } from './checkable-paper.js';
import { reportProblem } from './report-problem.js';

/**
 * Finds figures of data sets that an earlier file states otherwise for the same time, unless they are marked as revised. The times
 * are the same where a column says that it repeats another, where a row is named for a time that had ended, and where two files
 * state the same days.
 */
export function checkRepeatedFigures({ inputs: { dataSets, period } }: CheckablePaper): Problem[] {
  return dataSets
    .filter((set) => set.period === period)
    .flatMap((set) => {
      const earlier = dataSets.filter((other) => other.id === set.id && other.period.end < period.end);
      return earlier.length === 0 ? [] : checkSet(set, earlier);
    });
}

function checkSet(set: DataSet, earlier: readonly DataSet[]): Problem[] {
  const typed = set.columns.filter(({ unit, computation }) => unit !== null && computation === null);
  return set.rows.flatMap((row) => {
    const end = findTimeEnd(getRowLabel(row, set), set.period);
    return typed.flatMap((column) => {
      const figure = readFigure(row, column.id);
      const before = figure && findEarlier({ set, row, column, end }, earlier);
      return before ? compare(figure, before) : [];
    });
  });
}

interface RepeatedCell {
  set: DataSet;
  row: DataRow;
  column: DataColumn;
  /** The last day of the time that the row is named for. Null if it is named for no time. */
  end: string | null;
}

/** Finds what an earlier file states for the same time. The newest file counts. */
function findEarlier(
  { set, row, column, end }: RepeatedCell,
  earlier: readonly DataSet[],
): Figure | undefined {
  const { repeats } = column;
  const repeated = repeats && findPeriodEnd(repeats.in, set.period).id;
  const figures = earlier.flatMap((other) => {
    const isSame =
      other.period.id === repeated ||
      (end !== null && end <= other.period.end) ||
      (typeof set.span === 'string' && set.span === other.span);
    const same = isSame ? other.rows.find(({ id }) => id === row.id) : undefined;
    const name = repeats && other.period.id === repeated ? repeats.column : column.id;
    return (same && readFigure(same, name)) ?? [];
  });
  return figures.at(-1);
}

/** Returns the last day of the time that a row is named for: "May 2025", "2024/25", "2024/25 Q3". Null for other names. */
function findTimeEnd(name: string, period: Period): string | null {
  const day = parseDays(name)?.to;
  if (day !== undefined) return day;
  if (!/\d{4}/.test(name)) return null;
  const periods = Array.from({ length: 24 }, (_, count) => shiftPeriod(period, -count));
  return [...periods, ...periods.map(findYear)].find(({ label }) => label === name)?.end ?? null;
}

function readFigure({ cells }: DataRow, column: string): Figure | null {
  const cell = cells[column];
  return cell?.kind === 'figure' && cell.figure.value !== null ? cell.figure : null;
}

function compare(figure: Figure, before: Figure): Problem[] {
  const { revised, revisedFrom, place } = figure;
  const isSame = revisedFrom ? agree({ ...figure, value: revisedFrom.value }, before) : agree(figure, before);
  if (isSame && (revised !== '' || !place.file.endsWith('.yaml'))) return [];
  if (isSame && !revisedFrom) return [];
  const earlier = `${formatValue(before)} for the same time in ${formatPlace(before.place)}`;
  const was = toPublishedValue(before.value ?? 0, before.unit);
  const marked = `{ value: ${toPublishedValue(figure.value ?? 0, figure.unit)}, was: ${was}, revised: "Cases were reclassified in June." }`;
  return [
    reportProblem(
      'revision-is-marked',
      place,
      isSame
        ? `"${figure.label}" was revised from ${earlier}, without a reason`
        : revisedFrom
          ? `"${figure.label}" is revised from ${formatValue({ ...figure, value: revisedFrom.value })} here, but it was ${earlier}`
          : `"${figure.label}" is ${formatValue(figure)} here, but ${earlier}`,
      {
        hint: `Correct the wrong one. If it was revised, say so: ${marked}; or in a spreadsheet: ${toPublishedValue(figure.value ?? 0, figure.unit)} [r] was ${was}.`,
      },
    ),
  ];
}

/** Returns true if two figures are equal at the decimal places that both have. */
function agree(figure: Figure, before: Figure): boolean {
  const places = Math.min(figure.places ?? 0, before.places ?? 0);
  const [one, other] = [figure, before].map(({ value, unit }) => toPublishedValue(value ?? 0, unit));
  return (
    Math.abs((one ?? 0) - (other ?? 0)) <= 0.5 * 10 ** -places * (figure.places === before.places ? 1e-6 : 1)
  );
}
