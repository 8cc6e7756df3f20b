import {
  getCellText,
  getRowLabel,
  isNumberColumn,
  listNamedColumns,
  type DataCell,
  type DataColumn,
  type DataSet,
} from '../model/data-set.js';
import { isToCome } from '../model/figure.js';
import { groupBy } from '../model/group-by.js';
import type { Problem } from '../model/problem.js';
import { readGroup } from '../model/read-group.js';
import { nameUnit } from '../model/unit.js';
import type { ColumnExplanation, DataSetExplanation } from './explanation.js';

/** Explains a data set as the program understood it: its file, columns, rows and gaps, and the problems in its files. */
export function explainDataSet(set: DataSet, problems: readonly Problem[]): DataSetExplanation {
  const { id, title, period, source, owner, due, rows, groups, totals, spreadsheet, disclosure } = set;
  return {
    kind: 'data-set',
    name: id,
    title: title.text,
    file: set.place.file,
    sheet: rows[0]?.place.sheet ?? null,
    headerRow: spreadsheet?.headerRow ?? null,
    isDefined: !set.isInferred,
    period: typeof set.span === 'string' ? set.span : period.label,
    source,
    owner,
    due,
    columns: set.columns.map((column) => explainColumn(column, set)),
    key: set.key,
    rows: rows.map((row) => ({ name: row.id, label: getRowLabel(row, set), place: row.place })),
    groups: groups === null ? null : { column: groups, sizes: countGroups(set, groups) },
    totals,
    hidesCountsBelow: disclosure?.threshold ?? null,
    toCome: rows.flatMap((row) =>
      set.columns
        .filter((column) => column.computation === null && isCellToCome(row.cells[column.id]))
        .map((column) => `data.${id}.${row.id}.${column.id}`),
    ),
    unreviewed: set.unreviewed.map(({ name }) => name),
    nextPeriod: set.carry,
    problems: problems.filter((problem) => isAbout(problem, set)),
  };
}

function explainColumn(column: DataColumn, set: DataSet): ColumnExplanation {
  const { id, label, type, unit, places, steps, computation } = column;
  const cells = set.rows.map((row) => row.cells[id]);
  return {
    name: id,
    heading: set.headings.get(id) ?? null,
    label: label.text,
    type,
    typeFrom: computation ? 'computed' : column.isTypeInferred ? 'cells' : 'definition',
    unit: unit === null ? null : nameUnit(unit),
    places: isNumberColumn(column) ? places : null,
    steps: steps.map((step) => step.id),
    formula:
      computation &&
      (findFormula(cells) ??
        `${computation.kind.replaceAll('-', ' ')}: ${listNamedColumns(column).join(', ')}`),
    betterWhen: column.betterWhen,
    filled: cells.filter(isFilled).length,
    marks: countMarks(cells),
  };
}

type Cells = readonly (DataCell | undefined)[];

function findFormula(cells: Cells): string | undefined {
  const [first] = cells;
  return first?.kind === 'figure' ? first.figure.formula : undefined;
}

function isFilled(cell: DataCell | undefined): boolean {
  if (cell === undefined) return false;
  if (cell.kind === 'figure') return cell.figure.value !== null || cell.mark !== null;
  return getCellText(cell) !== '';
}

function isCellToCome(cell: DataCell | undefined): boolean {
  return cell?.kind === 'figure' && isToCome(cell.figure);
}

/** Counts the marks of cells, such as "provisional". */
function countMarks(cells: Cells): Record<string, number> {
  const marks = cells.flatMap((cell) => (cell?.kind === 'figure' && cell.mark !== null ? [cell.mark] : []));
  return Object.fromEntries([...groupBy(marks, (mark) => mark)].map(([mark, { length }]) => [mark, length]));
}

function countGroups({ rows }: DataSet, groups: string): Record<string, number> {
  const grouped = groupBy(rows, (row) => readGroup(row, groups));
  return Object.fromEntries([...grouped].map(([group, { length }]) => [group, length]));
}

/** Returns true if a problem is in one of the files of a data set, or in a line that defines one of its columns. */
function isAbout({ place }: Problem, set: DataSet): boolean {
  if (!place) return false;
  if ([set.place.file, `data/${set.period.id}/${set.id}.yaml`].includes(place.file)) return true;
  const defined = [set.title.place, ...set.columns.map((column) => column.place)];
  return !set.isInferred && defined.some(({ file, line }) => file === place.file && line === place.line);
}
