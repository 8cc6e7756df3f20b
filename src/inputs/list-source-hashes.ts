import { join } from 'node:path';
import { sha256 } from '../sha256.js';
import { listFileNames, listFolderNames } from './list-files.js';
import { readFile } from './read-file.js';

/** The endings of files that papers are made from. Notes and pictures beside them are left out. */
const SOURCE = /\.(?:yaml|hbs|css|csv)$/;

/** The most folders below each other. A link can lead back to its own folder. */
const MOST_LEVELS = 5;

/** Lists the files of a project that its papers are made from, sorted by path. The hash is null if a file cannot be read. */
export function listSourceHashes(root: string): { path: string; sha256: string | null }[] {
  return ['data', 'templates']
    .flatMap((folder) => listPaths(root, folder))
    .sort()
    .map((path) => {
      const { value: file } = readFile(root, path, () => ''); // the bytes are hashed, in whatever encoding
      return { path, sha256: file && sha256(file.bytes) };
    });
}

function listPaths(root: string, folder: string): string[] {
  if (folder.split('/').length > MOST_LEVELS) return [];
  return [
    ...listFileNames(join(root, folder))
      .filter((name) => SOURCE.test(name))
      .map((name) => `${folder}/${name}`),
    ...listFolderNames(join(root, folder))
      .filter((name) => !name.startsWith('.'))
      .flatMap((name) => listPaths(root, `${folder}/${name}`)),
  ];
}
