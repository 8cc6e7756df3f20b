import { formatDate } from '../format/dates.js';
import { formatCount, joinFirstNames, joinNames } from '../format/words.js';
import type { RawTable } from '../inputs/data-sets/raw-table.js';
import { inferType } from '../inputs/data-sets/infer-type.js';
import { getRowLabel, nameColumn, type DataSet } from '../model/data-set.js';
import { findMark } from '../model/mark.js';
import type { Period } from '../model/period.js';
import { shorten } from '../model/shorten.js';
import { findLastDay } from './find-last-day.js';

/** Something that the author should look at in an imported file. */
export interface Gap {
  kind:
    'empty-column' | 'not-numbers' | 'unusual' | 'total-row' | 'missing-rows' | 'fewer-rows' | 'ends-early';
  message: string;
}

/**
 * Finds what a file may lack or have too much: empty columns, words among numbers, unusual percentages, a row of totals, rows that the
 * period before has, and the end of the period.
 */
export function findGaps(table: RawTable, set: DataSet, earlier: DataSet | null): Gap[] {
  return [
    ...findEmptyColumns(table),
    ...findWords(table, set),
    ...findUnusual(set),
    ...findTotalRow(set),
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

/** Finds columns of numbers that a few words turn into text, such as "<5" or "*" for a number that is not shown. */
function findWords({ headings, rows }: RawTable, { columns }: DataSet): Gap[] {
  return headings.flatMap(({ text: heading }, at): Gap[] => {
    if (columns[at]?.type !== 'text') return [];
    const filled = rows.map(({ cells }) => cells.get(heading)?.text ?? '').filter((text) => text !== '');
    const words = filled.filter((text) => findMark(text) === null && !isNumber(text));
    const numbers = filled.filter(isNumber);
    if (words.length === 0 || numbers.length < 2 || numbers.length < words.length) return [];
    const type = inferType(numbers);
    const names = joinFirstNames(
      [...new Set(words)].map((text) => `"${shorten(text)}"`),
      4,
    );
    return [
      {
        kind: 'not-numbers',
        message:
          `The column "${heading}" is text, because of ${names} among its numbers. ` +
          `Write [c] for confidential, [x] for not available or [z] for not applicable there, and type: ${type} in data/datasets.yaml.`,
      },
    ];
  });
}

function isNumber(text: string): boolean {
  return ['count', 'number', 'percent', 'pounds'].includes(inferType([text]));
}

/** Names the columns of percentages for which the definition accepts any value. */
function findUnusual({ columns }: DataSet): Gap[] {
  const names = columns
    .filter(({ type, isConfirmed }) => type === 'percent' && isConfirmed)
    .map((column) => `"${nameColumn(column)}"`);
  if (names.length === 0) return [];
  return [
    {
      kind: 'unusual',
      message: `Percentages below 0 or above 100 are in ${joinNames(names)}. If they are mistakes, correct them, and remove confirmed: true from data/datasets.yaml.`,
    },
  ];
}

/** Finds a last row that looks like a total: added up with the others, it would count twice. */
function findTotalRow(set: DataSet): Gap[] {
  const last = set.rows.length > 2 ? set.rows.at(-1) : undefined;
  const label = last && getRowLabel(last, set);
  if (label === undefined || !/\b(?:sub-?)?totals?\b/i.test(label)) return [];
  return [
    {
      kind: 'total-row',
      message: `The row "${shorten(label)}" looks like a total. Delete it, and list its columns under totals: in data/datasets.yaml. Otherwise shares and sums count it twice.`,
    },
  ];
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
