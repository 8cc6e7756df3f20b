import { formatDate } from '../format/dates.js';
import { formatCount, joinFirstNames } from '../format/words.js';
import type { RawTable } from '../inputs/data-sets/raw-table.js';
import { getRowLabel, type DataSet } from '../model/data-set.js';
import type { Period } from '../model/period.js';
import { findLastDay } from './find-last-day.js';

/** Something that the author should look at in an imported file. */
export interface Gap {
  kind: 'empty-column' | 'missing-rows' | 'fewer-rows' | 'ends-early';
  message: string;
}

/** Finds what a file may lack: empty columns, rows that the period before has, and the end of the period. */
export function findGaps(table: RawTable, set: DataSet, earlier: DataSet | null): Gap[] {
  return [
    ...findEmptyColumns(table),
    ...(earlier ? findMissingRows(set, earlier) : []),
    ...findEarlyEnds(table, set.period),
  ];
}

function findEmptyColumns({ headings, rows }: RawTable): Gap[] {
  return headings
    .filter(({ text }) => rows.every(({ cells }) => (cells.get(text)?.text ?? '') === ''))
    .map(({ text }) => ({
      kind: 'empty-column',
      message: `The column "${text}" is empty, so its type is a guess.`,
    }));
}

function findMissingRows(set: DataSet, earlier: DataSet): Gap[] {
  const present = new Set(set.rows.map(({ id }) => id));
  const missing = earlier.rows.filter(({ id }) => !present.has(id));
  const before = earlier.period.label;
  const gaps: Gap[] = [];
  if (missing.length > 0 && missing.length < earlier.rows.length)
    gaps.push({
      kind: 'missing-rows',
      message: `${missing.length === 1 ? 'A row' : `${missing.length} rows`} of ${before} ${missing.length === 1 ? 'is' : 'are'} missing: ${joinFirstNames(
        missing.map((row) => getRowLabel(row, earlier)),
        8,
      )}.`,
    });
  if (set.rows.length < earlier.rows.length)
    gaps.push({
      kind: 'fewer-rows',
      message: `The file has ${formatCount(set.rows.length, 'row')}, and ${before} has ${earlier.rows.length}: the file may cover only a part of ${set.period.label}.`,
    });
  return gaps;
}

/** Finds columns of dates or months that stop before the period ends. */
function findEarlyEnds({ headings, rows }: RawTable, period: Period): Gap[] {
  return headings.flatMap(({ text }): Gap[] => {
    const cells = rows.flatMap(({ cells }) => cells.get(text) ?? []);
    const last = findLastDay(
      cells.map((cell) => cell.text),
      period,
    );
    if (last === null || last >= period.end) return [];
    return [
      {
        kind: 'ends-early',
        message: `The column "${text}" ends on ${formatDate(last)}, and ${period.label} ends on ${formatDate(period.end)}: the file may cover only a part of the period.`,
      },
    ];
  });
}
