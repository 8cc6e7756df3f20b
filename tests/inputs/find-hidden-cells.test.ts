import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeDataSet } from '../../src/indicators/data-sets/compute-data-set.js';
import { findHiddenCells } from '../../src/inputs/data-sets/find-hidden-cells.js';
import type { Computation, DataCell, DataColumn, DataRow, DataSet } from '../../src/model/data-set.js';
import { CONFIDENTIAL } from '../../src/model/disclosure.js';
import type { Figure } from '../../src/model/figure.js';
import { readPeriod } from '../support/read-period.js';

/** Invented tables of two counts by row, with columns that are computed from them. */
const PLACE = { file: 'x.csv', line: 1, column: 1 };
const COMPUTED: Record<string, Computation> = {
  both: { kind: 'sum-of', columns: ['a', 'b'] },
  change: { kind: 'difference', from: 'a', to: 'b' },
  percent: { kind: 'percent-change', from: 'a', to: 'b' },
  share: { kind: 'share-of', column: 'a' },
  rank: { kind: 'rank-of', column: 'b' },
  ratio: { kind: 'ratio', of: 'a', to: 'b' },
  part: { kind: 'percent-of', of: 'a', to: 'b' },
};

type Counts = (number | null)[];

function makeColumn(id: string, column: Partial<DataColumn>): DataColumn {
  return {
    ...{ id, label: { text: id, place: PLACE }, type: null, unit: null, computation: null, places: null },
    isTypeInferred: false,
    ...{ isSigned: false, isConfirmed: false, betterWhen: null, carry: 'empty' as const, role: null },
    ...{ steps: [], place: PLACE },
    ...column,
  };
}

function makeFigure(value: number | null, reason: string | undefined, id = 'x'): Figure {
  return { id, label: id, value, unit: 'count', ...(reason && { reason }), place: PLACE, source: 'Invented' };
}

function makeSet(table: { a: Counts; b: Counts }, threshold = 5): DataSet {
  const columns = [
    makeColumn('key', { type: 'text' }),
    makeColumn('a', { type: 'count' }),
    makeColumn('b', { type: 'count' }),
    ...Object.entries(COMPUTED).map(([id, computation]) => makeColumn(id, { computation })),
  ];
  const rows = table.a.map((_, index): DataRow => {
    const cells = (['a', 'b'] as const).map((name): [string, DataCell] => [
      name,
      { kind: 'figure', figure: makeFigure(table[name][index] ?? null, undefined), mark: null },
    ]);
    return { id: `row-${index}`, cells: Object.fromEntries(cells), place: PLACE };
  });
  return {
    ...{
      id: 'invented',
      title: { text: 'Invented', place: PLACE },
      period: readPeriod('2025-26-q1'),
    },
    ...{
      columns,
      key: 'key',
      groups: null,
      totals: ['a', 'b', 'both', 'change', 'share'],
      rows,
      total: null,
    },
    ...{
      disclosure: { threshold, showInExemptPapers: false },
      statedTotals: {},
      source: 'Invented',
      spreadsheet: null,
    },
    ...{ headings: new Map(), isInferred: false, carry: 'names' as const, unreviewed: [], place: PLACE },
    ...{ owner: null, due: null, span: null, toCome: null, subtotals: new Map() },
  };
}

/** Returns the set as a reader of the packed file has it. */
function redact(set: DataSet): DataSet {
  const hidden = findHiddenCells(set);
  const isHidden = (row: string, column: string): boolean =>
    hidden.cells.some((cell) => cell.row === row && cell.column === column);
  return {
    ...set,
    rows: set.rows.map((row) => ({
      ...row,
      cells: Object.fromEntries(
        Object.entries(row.cells).map(([column, cell]): [string, DataCell] => [
          column,
          isHidden(row.id, column)
            ? { kind: 'figure', figure: makeFigure(null, CONFIDENTIAL), mark: 'confidential' }
            : cell,
        ]),
      ),
    })),
    statedTotals: Object.fromEntries(
      [...hidden.totals].flatMap(([column, total]) =>
        total === null ? [] : [[column, makeFigure(total, undefined)]],
      ),
    ),
  };
}

/** Lists everything that a reader sees: each cell with its value, or null where it is hidden. */
function listShown(set: DataSet): { cell: string; value: number | null }[] {
  const computed = computeDataSet(set, () => null);
  return [...computed.rows, ...(computed.total ? [computed.total] : [])].flatMap((row) =>
    Object.entries(row.cells).flatMap(([column, cell]) =>
      cell.kind === 'figure' ? [{ cell: `${row.id} ${column}`, value: cell.figure.value }] : [],
    ),
  );
}

/** Finds, by trying all of them, the values that each hidden count can have with everything else as shown. */
function findPossibleValues(table: { a: Counts; b: Counts }, redacted: DataSet): Map<string, Set<number>> {
  const shown = listShown(redacted).filter(({ value }) => value !== null);
  const hidden = (['a', 'b'] as const).flatMap((column) =>
    redacted.rows.flatMap(({ cells }, index) => {
      const cell = cells[column];
      return cell?.kind === 'figure' && cell.mark === 'confidential' ? [{ column, index }] : [];
    }),
  );
  const possible = new Map(hidden.map(({ column, index }) => [`${column}${index}`, new Set<number>()]));
  const tryFrom = (at: number, tried: { a: Counts; b: Counts }): void => {
    const next = hidden[at];
    if (next) {
      for (let value = 0; value <= 12; value++) {
        tried[next.column][next.index] = value;
        tryFrom(at + 1, tried);
      }
      return;
    }
    const fitsTotals = (['a', 'b'] as const).every((column) => {
      const total = redacted.statedTotals[column]?.value ?? null;
      return total === null || tried[column].reduce((all: number, value) => all + (value ?? 0), 0) === total;
    });
    if (!fitsTotals) return; // computing the columns is slow
    const seen = new Map(listShown(makeSet(tried)).map(({ cell, value }) => [cell, value]));
    if (shown.every(({ cell, value }) => seen.get(cell) === value))
      for (const { column, index } of hidden)
        possible.get(`${column}${index}`)?.add(tried[column][index] ?? 0);
  };
  tryFrom(0, { a: [...table.a], b: [...table.b] });
  return possible;
}

const hide = (a: Counts, threshold = 5) => {
  const { cells, totals } = findHiddenCells(makeSet({ a, b: a.map(() => 0) }, threshold));
  return { rows: cells.map(({ row }) => row), total: totals.get('a') };
};

describe('findHiddenCells', () => {
  test.each([
    ['a small count and the smallest other one, with the total', [12, 3, 40], ['row-0', 'row-1'], 55],
    ['nothing where all counts are 0 or large', [12, 0, 40], [], undefined],
    ['several small counts, with the total', [1, 4, 40], ['row-0', 'row-1'], 45],
    ['the total as well where only one solution is left', [4, 4, 4], ['row-0', 'row-1', 'row-2'], undefined],
    ['no total where a count is missing', [12, null, 3], ['row-0', 'row-2'], undefined],
  ])('hides %s', (_, counts, rows, total) => {
    expect(hide(counts)).toEqual({ rows, total });
  });

  test('leaves every hidden count two values or more, given everything that is shown', () => {
    const count = fc.integer({ min: 0, max: 12 });
    const rows = fc.array(fc.record({ a: count, b: count }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 3, max: 6 }), (counts, threshold) => {
        const table = { a: counts.map(({ a }) => a), b: counts.map(({ b }) => b) };
        const redacted = redact(makeSet(table, threshold));
        const hidden = findHiddenCells(makeSet(table, threshold)).cells;
        fc.pre(hidden.length <= 3);
        for (const values of findPossibleValues(table, redacted).values())
          expect(values.size).toBeGreaterThanOrEqual(2);
        const small = [...table.a, ...table.b].filter((value) => value > 0 && value < threshold);
        expect(hidden.length).toBeGreaterThanOrEqual(small.length);
      }),
      { numRuns: 40 },
    );
  });

  test('finds nothing more to hide in a table that has been redacted', () => {
    const count = fc.option(fc.integer({ min: 0, max: 12 }));
    fc.assert(
      fc.property(fc.array(fc.record({ a: count, b: count }), { maxLength: 8 }), (counts) => {
        const table = { a: counts.map(({ a }) => a), b: counts.map(({ b }) => b) };
        const { cells, totals } = findHiddenCells(redact(makeSet(table)));
        expect({ cells, totals: [...totals] }).toEqual({ cells: [], totals: [] });
      }),
    );
  });

  test('hides a stated total that would reveal the only confidential count', () => {
    const table = { a: [40, 3], b: [0, 0] };
    const [, hidden] = redact(makeSet(table)).rows;
    const rows = [...makeSet(table).rows.slice(0, 1), ...(hidden ? [hidden] : [])];
    const stated = { a: makeFigure(43, undefined) };
    expect([...findHiddenCells({ ...makeSet(table), rows, statedTotals: stated }).totals]).toEqual([
      ['a', null],
    ]);
  });
});
