import { join } from 'node:path';
import { makeError, type Problem } from '../model/problem.js';
import { suggestName } from '../model/suggest-name.js';
import { listFileNames } from './list-files.js';

/** Finds data and template files in a folder whose names are not known. They would not be read. */
export function findUnknownFiles(
  root: string,
  folder: string,
  known: readonly string[],
  expected = `one of ${known.join(', ')}`,
): Problem[] {
  return listFileNames(join(root, folder))
    .filter((name) => /\.(ya?ml|hbs|md)$/i.test(name) && name !== 'README.md' && !known.includes(name))
    .map((name) =>
      makeError(
        'file-is-known',
        { file: `${folder}/${name}`, line: 1, column: 1 },
        `unknown file "${name}"`,
        { expected, hint: suggestName(name, known) },
      ),
    );
}
