import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../src/sha256.js';

/** Hashes every file below a folder. Leftovers of a stopped program begin with a dot and are not part of the archive. */
export function hashFiles(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => !name.startsWith('.'))
      .flatMap((entry): [string, string][] => {
        const path = join(folder, entry.name);
        if (!entry.isDirectory()) return [[entry.name, sha256(readFileSync(path))]];
        return Object.entries(hashFiles(path)).map(([name, hash]) => [`${entry.name}/${name}`, hash]);
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
