import { InvalidArgumentError } from 'commander';
import { join } from 'node:path';
import { addFiles } from '../disk/add-files.js';
import { readDefinitions } from '../inputs/data-sets/read-data-sets.js';
import { openReader } from '../inputs/source-reader.js';
import { isError } from '../model/problem.js';
import { chooseImport, type ImportChoice } from './choose-import.js';
import { addCommonOptions, HAS_ERRORS, SUCCESS, UsageError, type Options, type Register } from './command.js';
import { printImport, printImportJson } from './print-import.js';
import { readImport, type ImportReading } from './read-import.js';
import { requireProject } from './require-project.js';

const EXAMPLES = `
Examples:
  papers import complaints.csv --as complaints                        into the newest period
  papers import export.xlsx --as budget --sheet Q1 --header-row 3     from one sheet, with a title above the headings
  papers import complaints.csv --as complaints --period 2008-09-q3    into another period
  papers import complaints.csv --as complaints --dry-run              print what is understood, and write nothing

The file is copied to data/<period>/<data set>, and its columns are defined in data/datasets.yaml: change their types
and labels there. The first column names the rows. Existing files and definitions are never overwritten.`;

interface ImportOptions extends Options {
  as: string;
  period?: string;
  sheet?: string;
  headerRow?: number;
  dryRun?: boolean;
}

export const registerImport: Register = (program, finish) => {
  addCommonOptions(program.command('import').description('define a data set from a spreadsheet'))
    .argument('<file>', 'a CSV file or an Excel workbook (.xlsx)')
    .requiredOption('--as <name>', 'the name of the data set, such as complaints')
    .option('--period <period>', 'such as 2008-09-q4 (default: the newest)')
    .option('--sheet <name>', 'the sheet of the workbook (default: the only one)')
    .option('--header-row <number>', 'the row of the headings (default: 1)', parseRow)
    .option('--dry-run', 'print what is understood, and write nothing')
    .addHelpText('after', EXAMPLES)
    .action((file: string, options: ImportOptions) => finish(importFile(file, options)));
};

function parseRow(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new InvalidArgumentError('Write the number of a row, such as 3.');
  return Number(text);
}

/** Reads the file, writes all or nothing, and reports what it understood. Returns the exit code. */
function importFile(file: string, options: ImportOptions): number {
  const { root, json = false } = options;
  requireProject(root);
  const existing = readDefinitions(openReader(root));
  if (existing.value && Object.hasOwn(existing.value.data.datasets, options.as))
    throw new UsageError(
      `data/datasets.yaml already defines ${options.as}\nDefinitions are never overwritten. Choose another name, or remove the definition first.`,
    );
  const choice = chooseImport({ ...options, root, file, id: options.as });
  const reading: ImportReading = existing.problems.some(isError)
    ? { ...NOTHING, problems: existing.problems }
    : readImport(root, choice, existing.value?.file.text ?? null);
  const isWritten = reading.set !== null && options.dryRun !== true;
  if (isWritten) write(root, choice, reading);
  const report = { choice, reading, root, isWritten };
  if (json) printImportJson(report);
  else printImport(report);
  return reading.set === null ? HAS_ERRORS : SUCCESS;
}

const NOTHING: ImportReading = {
  table: null,
  definition: null,
  set: null,
  gaps: [],
  definitions: '',
  sideFile: null,
  problems: [],
};

function write(root: string, choice: ImportChoice, { definitions, sideFile }: ImportReading): void {
  const { id, period, name, bytes, isInPlace } = choice;
  addFiles(
    join(root, 'data', period.id),
    [
      ...(isInPlace ? [] : [{ name, bytes }]),
      ...(sideFile === null ? [] : [{ name: `${id}.yaml`, text: sideFile }]),
    ],
    { path: join(root, 'data/datasets.yaml'), text: definitions },
  );
}
