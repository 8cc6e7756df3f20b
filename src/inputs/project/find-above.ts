import { realpathSync } from 'node:fs';
import { dirname, relative } from 'node:path';

/**
 * Finds the nearest folder that fits: the folder itself or one above it. Returns its path relative to the folder, such as `.` or
 * `../..`. Null if there is none.
 */
export function findAbove(from: string, fits: (folder: string) => boolean): string | null {
  const start = realpathSync(from);
  for (let folder = start; ; folder = dirname(folder)) {
    if (fits(folder)) return relative(start, folder) || '.';
    if (folder === dirname(folder)) return null;
  }
}
