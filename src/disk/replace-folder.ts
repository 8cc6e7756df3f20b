import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Replaces a folder whole: the files are written aside and renamed into place, so that a reader sees the old set or the new
 * one, and a fault on the way leaves the old one as it was. Throws the disk's own error.
 */
export function replaceFolder(folder: string, files: { name: string; bytes: Uint8Array }[]): void {
  const parent = dirname(folder);
  mkdirSync(parent, { recursive: true });
  const aside = mkdtempSync(join(parent, `.${basename(folder)}-`));
  try {
    const fresh = join(aside, 'new');
    mkdirSync(fresh);
    for (const { name, bytes } of files) writeFileSync(join(fresh, name), bytes);
    const old = join(aside, 'old');
    const had = existsSync(folder);
    if (had) renameSync(folder, old);
    try {
      renameSync(fresh, folder);
    } catch (error) {
      if (had) renameSync(old, folder);
      throw error;
    }
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}
