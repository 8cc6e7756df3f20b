import { join } from 'node:path';
import { suggestName } from '../model/suggest-name.js';
import { makeError, type Problem } from '../model/problem.js';
import { fileNames } from './list-files.js';

/** Files of a folder that look as if they were meant to be read and bear no name that is: their words would be lost. */
export function strayFiles(
  root: string,
  folder: string,
  known: readonly string[],
  expected = `one of ${known.join(', ')}`,
): Problem[] {
  return fileNames(join(root, folder))
    .filter((name) => /\.(ya?ml|hbs|md)$/i.test(name) && name !== 'README.md' && !known.includes(name))
    .map((name) =>
      makeError(
        'file-is-known',
        { file: `${folder}/${name}`, line: 1, column: 1 },
        `"${name}" is not a file that is read`,
        { expected, hint: suggestName(name, known) },
      ),
    );
}
