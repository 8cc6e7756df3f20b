import { join } from 'node:path';
import { replaceFile } from '../disk/replace-file.js';
import { buildProjectSchemas } from '../inputs/build-project-schemas.js';
import { readProjectNames } from '../inputs/project/read-project-names.js';
import { addCommonOptions, HAS_ERRORS, SUCCESS, type Options, type Register } from './command.js';
import { formatPath } from './format-path.js';
import { print, printJson, printProblems } from './print.js';
import { requireProject } from './require-project.js';

const EXAMPLES = `
Editors with a YAML extension read schemas/ and complete keys, values and the names of your measures, areas and
paragraphs while you type. Run this again when you have added a measure, a table or a narrative group.

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
  const files = problems.length > 0 ? [] : buildProjectSchemas(names);
  for (const { path, text } of files) replaceFile(join(root, path), Buffer.from(text));
  if (json) printJson({ written: files.map(({ path }) => path), problems });
  else if (problems.length > 0) {
    printProblems({ problems, inputs: null }, root);
    print('No schema was written. Fix the errors first.');
  } else print(`Wrote ${files.length} schemas to ${formatPath(root, 'schemas')}`);
  return problems.length > 0 ? HAS_ERRORS : SUCCESS;
}
