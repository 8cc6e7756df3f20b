import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Writes files below a folder, and makes the folders that their paths need. For temporary copies: nothing is synced. */
export function writeTree(folder: string, files: { path: string; bytes: Uint8Array }[]): void {
  for (const { path, bytes } of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}
