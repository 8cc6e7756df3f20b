import { formatCount, joinFirstNames } from '../format/words.js';
import type { RawTable } from '../inputs/data-sets/raw-table.js';
import { groupBy } from '../model/group-by.js';
import type { DataSet } from '../model/data-set.js';
import { formatTable } from '../report/format-table.js';
import type { ImportChoice } from './choose-import.js';
import { formatPath } from './format-path.js';
import { print, printJson, printProblems } from './print.js';
import type { ImportReading } from './read-import.js';

interface ImportReport {
  choice: ImportChoice;
  reading: ImportReading;
  root: string;
  isWritten: boolean;
}

/** Prints what was understood of an imported file, what is wrong with it, what was written, and the next step. */
export function printImport({ choice, reading, root, isWritten }: ImportReport): void {
  const { table, set, gaps, problems, definition } = reading;
  const { id, period, path } = choice;
  if (table && definition) {
    const columns = describeColumns(reading);
    print(
      `${formatPath(root, path)}: ${formatCount(table.rows.length, 'row')}, ${formatCount(columns.length, 'column')}, for ${period.label}\n`,
    );
    print(
      formatTable(
        ['column', 'type', 'heading', 'filled', 'first values', 'marks'],
        columns.map(({ name, type, label, filled, values, marks }) => [
          name,
          type,
          shorten(label),
          String(filled),
          values.map(shorten).join(' | '),
          joinFirstNames(
            Object.entries(marks).map(([mark, count]) => `${count} ${mark}`),
            3,
          ),
        ]),
      ),
    );
    if (gaps.length > 0) print(`\nCheck these:\n${gaps.map(({ message }) => `  ${message}`).join('\n')}`);
    print('');
  }
  printProblems({ problems, inputs: null }, root);
  if (set === null) {
    print('Nothing was imported. Fix the errors first.');
    if (problems.some(({ rule }) => rule === 'table-is-readable'))
      print('Options: --sheet names the sheet of a workbook, and --header-row the row of the headings.');
    return;
  }
  for (const written of listWritten(choice, reading))
    print(`${isWritten ? 'wrote' : 'would write'} ${formatPath(root, written)}`);
  if (choice.isInPlace)
    print(
      `${isWritten ? 'kept' : 'would keep'} ${formatPath(root, `data/${period.id}/${choice.name}`)} unchanged`,
    );
  print(
    isWritten
      ? `\nNext: insert {{table "${id}"}} in a section, with a blank line on both sides.\nChange types and labels in ${formatPath(root, 'data/datasets.yaml')}.`
      : '\nNothing was written, because --dry-run is set.',
  );
}

/** Prints the same as JSON, for other programs. */
export function printImportJson({ choice, reading, isWritten }: ImportReport): void {
  const { table, set, gaps, problems, definition } = reading;
  printJson({
    dataSet: choice.id,
    period: choice.period.id,
    file: choice.path,
    ...(table && { rows: table.rows.length, columns: describeColumns(reading) }),
    gaps,
    definition,
    ...(set !== null && !isWritten && { dryRun: true }),
    written: isWritten ? listWritten(choice, reading) : [],
    problems,
  });
}

/** Lists the files that an import writes. */
function listWritten({ id, period, name, isInPlace }: ImportChoice, { sideFile }: ImportReading): string[] {
  const folder = `data/${period.id}`;
  return [
    'data/datasets.yaml',
    ...(isInPlace ? [] : [`${folder}/${name}`]),
    ...(sideFile === null ? [] : [`${folder}/${id}.yaml`]),
  ];
}

/** Describes each column of the file. */
function describeColumns({ table, definition, set }: ImportReading) {
  return Object.entries(definition?.columns ?? {}).map(([name, { label, header, type }], at) => {
    const cells = listCells(table, header ?? table?.headings[at]?.text ?? label);
    return {
      name,
      type,
      label: header ?? label,
      filled: cells.length,
      values: cells.slice(0, 3),
      marks: countMarks(set, name),
    };
  });
}

/** Lists the cells of a column that are not empty, as the file shows them. */
function listCells(table: RawTable | null, heading: string): string[] {
  return (table?.rows ?? []).flatMap(({ cells }) => {
    const cell = cells.get(heading);
    return cell && cell.text !== '' ? [cell.shown ?? cell.text] : [];
  });
}

/** Counts the marks of a column, such as "provisional". */
function countMarks(set: DataSet | null, column: string): Record<string, number> {
  const marks = (set?.rows ?? []).flatMap(({ cells }) => {
    const cell = cells[column];
    return cell?.kind === 'figure' && cell.mark !== null ? [cell.mark] : [];
  });
  return Object.fromEntries([...groupBy(marks, (mark) => mark)].map(([mark, { length }]) => [mark, length]));
}

const LONGEST = 24;

function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
