import { findPeriodEnd, type ComparedPeriod } from '../model/compared-period.js';
import type { DataSet } from '../model/data-set.js';
import type { Document } from '../model/document.js';
import { isFigure, type Figure } from '../model/figure.js';
import type { Inputs } from '../model/inputs.js';
import { listPlaced } from '../model/list-placed.js';
import type { Manuscript } from '../model/manuscript.js';
import { formatPlace } from '../model/problem.js';
import type { UsedCell } from '../model/used-cell.js';

/** A data set, and the names of the columns that the paper uses in each of its rows. */
export interface UsedSet {
  set: DataSet;
  rows: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Lists the cells of data sets that a paper uses: those that it prints, those that its figures are computed from, those that its
 * templates name, and the names of their rows.
 */
export function listUsedCells(
  { dataSets, period, template }: Pick<Inputs, 'dataSets' | 'period' | 'template'>,
  manuscript: Manuscript,
  document: Document,
): UsedSet[] {
  const used = new Map(dataSets.map((set) => [set, new Map<string, Set<string>>()]));
  const named = new Map(dataSets.map((set) => [`${set.period.id} ${set.id}`, set]));
  const rowNames = new Map(dataSets.map((set) => [set, new Set(set.rows.map(({ id }) => id))]));
  const hasRow = (set: DataSet, row: string): boolean => rowNames.get(set)?.has(row) ?? false;
  const add = (set: DataSet, row: string, column: string): void => {
    const rows = used.get(set);
    const columns = rows?.get(row) ?? new Set([set.key, ...listGroupColumn(set)]);
    const base = set.columns.find(({ id }) => id === column)?.minimumBase?.column;
    rows?.set(row, base === undefined ? columns.add(column) : columns.add(column).add(base));
    const repeated = findRepeatedWords(set, column);
    const earlier = repeated && named.get(`${findPeriodEnd(repeated.in, set.period).id} ${set.id}`);
    if (earlier && hasRow(earlier, row)) add(earlier, row, repeated.column);
  };
  for (const cell of [...manuscript.readCells, ...listPrintedCells(manuscript)]) {
    const set = named.get(`${cell.period} ${cell.set}`);
    const rows = cell.row === null ? (set?.rows ?? []).map(({ id }) => id) : [cell.row];
    if (set) for (const row of rows) add(set, row, cell.column);
  }
  const cellsAt = indexCells(dataSets);
  for (const { place } of listFigures(document))
    for (const { set, row, column } of cellsAt.get(formatPlace(place)) ?? []) add(set, row, column);
  for (const set of dataSets) for (const row of listComparedRows(set)) add(set, row, set.key);
  for (const { content } of template.tables) {
    const set = content.kind === 'data' ? named.get(`${period.id} ${content.set}`) : undefined;
    if (set && content.kind === 'data')
      for (const row of Object.keys(content.rowNotes)) add(set, row, set.key);
  }
  for (const { content } of template.charts) {
    if (!('source' in content) || content.source.kind !== 'data') continue;
    const set = named.get(`${period.id} ${content.source.set}`);
    const rows = [...(content.source.rows ?? []), ...(content.reference ? [content.reference.row] : [])];
    if (set) for (const row of rows.filter((name) => hasRow(set, name))) add(set, row, set.key);
  }
  return [...used].map(([set, rows]) => ({ set, rows }));
}

/** Finds what a column repeats of an earlier file, if that is words. Numbers are figures, which know their inputs. */
function findRepeatedWords({ columns }: DataSet, id: string): { column: string; in: ComparedPeriod } | null {
  const column = columns.find((candidate) => candidate.id === id);
  return column?.computation?.kind === 'previous' && column.type !== null ? column.computation : null;
}

/** The totals of groups that a later period repeats need the groups. Otherwise only tables print them, and list them. */
function listGroupColumn({ groups, totals, columns }: DataSet): string[] {
  const isRepeated = columns.some(
    ({ id, computation }) => computation?.kind === 'previous' && totals.includes(id),
  );
  return groups !== null && isRepeated ? [groups] : [];
}

/** Lists the cells of the tables and charts that sections place. */
function listPrintedCells({ sections, appendices, tables, charts }: Manuscript): UsedCell[] {
  const placed = [...sections, ...appendices];
  return [
    ...[...listPlaced('table', placed)].flatMap((id) => tables[id]?.cells ?? []),
    ...[...listPlaced('chart', placed)].flatMap((id) => charts[id]?.cells ?? []),
  ];
}

/** Lists the rows that a definition names. Without them, it would be wrong. */
function listComparedRows({ columns }: DataSet): string[] {
  return columns.flatMap(({ computation }) => (computation?.kind === 'against' ? [computation.row] : []));
}

interface CellOf {
  set: DataSet;
  row: string;
  column: string;
}

/** Indexes the figures of data sets by their places. A short row may have two at one place. */
function indexCells(dataSets: readonly DataSet[]): Map<string, CellOf[]> {
  const index = new Map<string, CellOf[]>();
  for (const set of dataSets)
    for (const row of set.rows)
      for (const [column, cell] of Object.entries(row.cells)) {
        if (cell.kind !== 'figure') continue;
        const key = formatPlace(cell.figure.place);
        const cells = index.get(key);
        if (cells) cells.push({ set, row: row.id, column });
        else index.set(key, [{ set, row: row.id, column }]);
      }
  return index;
}

/** Lists every figure of a document, and every figure that one of them is computed from. */
function listFigures(document: Document): Set<Figure> {
  const seen = new Set<unknown>();
  const figures = new Set<Figure>();
  const open: unknown[] = [document];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    if (isFigure(value)) figures.add(value);
    // A call cannot have 200,000 arguments, and a total has an input for each row.
    for (const part of Object.values(value) as unknown[]) open.push(part);
  }
  return figures;
}
