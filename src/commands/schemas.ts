import { join } from 'node:path';
import { readIfPresent } from '../disk/read-if-present.js';
import { replaceFile } from '../disk/replace-file.js';
import { addSchemaSettings } from '../init/add-schema-settings.js';
import { buildDataSetSchemas } from '../inputs/build-data-set-schemas.js';
import { buildProjectSchemas } from '../inputs/build-project-schemas.js';
import { readProjectNames } from '../inputs/project/read-project-names.js';
import { addCommonOptions, HAS_ERRORS, SUCCESS, type Options, type Register } from './command.js';
import { formatPath } from './format-path.js';
import { print, printJson, printProblems } from './print.js';
import { requireProject } from './require-project.js';

const EXAMPLES = `
Editors with a YAML extension read schemas/ and complete keys, values and the names of your measures, areas and
paragraphs while you type. Each data set that data/datasets.yaml defines has a schema of its own: editors complete its
columns, rows, steps of scales and marks. Run this again when you have added a measure, a table, a column or a narrative group.

Examples:
  papers schemas                        the schemas of this project`;

export const registerSchemas: Register = (program, finish) => {
  addCommonOptions(
    program
      .command('schemas')
      .description('write schemas/, so that editors complete the names of this project'),
  )
    .addHelpText('after', EXAMPLES)
    .action((options: Options) => finish(writeSchemas(options)));
};

/** Writes the schemas of the project. Writes none if a file is not valid YAML: its names would be missing. */
function writeSchemas({ root, json = false }: Options): number {
  requireProject(root);
  const { value: names, problems } = readProjectNames(root);
  const dataSets = problems.length > 0 ? [] : buildDataSetSchemas(root, names);
  const files = problems.length > 0 ? [] : [...buildProjectSchemas(names), ...dataSets];
  for (const { path, text } of files) replaceFile(join(root, path), Buffer.from(text));
  const settings = changeSettings(
    root,
    dataSets.map(({ id }) => id),
  );
  if (json) printJson({ written: [...files.map(({ path }) => path), ...settings], problems });
  else if (problems.length > 0) {
    printProblems({ problems, inputs: null }, root);
    print('No schema was written. Fix the errors first.');
  } else {
    print(`Wrote ${files.length} schemas to ${formatPath(root, 'schemas')}`);
    for (const path of settings) print(`Added the schemas of data sets to ${formatPath(root, path)}`);
  }
  return problems.length > 0 ? HAS_ERRORS : SUCCESS;
}

/** Adds the schemas of data sets to the settings of Visual Studio Code, if the project has some. Returns the files that changed. */
function changeSettings(root: string, dataSets: readonly string[]): string[] {
  const before = readIfPresent(join(root, SETTINGS))?.toString('utf8');
  const after = before && addSchemaSettings(before, dataSets);
  if (!after || after === before) return [];
  replaceFile(join(root, SETTINGS), Buffer.from(after));
  return [SETTINGS];
}

const SETTINGS = '.vscode/settings.json';
