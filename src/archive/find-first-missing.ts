import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Finds the first folder of a path below `root` that does not exist, and the rest of the path below it. */
export function findFirstMissing(root: string, folder: string): { top: string; below: string } {
  const parts = folder.split('/');
  const depth = parts.findIndex((_, index) => !existsSync(join(root, ...parts.slice(0, index + 1))));
  const length = depth < 0 ? parts.length : depth + 1;
  return { top: parts.slice(0, length).join('/'), below: parts.slice(length).join('/') };
}
