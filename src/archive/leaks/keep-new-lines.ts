import { join } from 'node:path';
import { readIfPresent } from '../../disk/read-if-present.js';
import type { NewFile } from '../../disk/write-synced.js';

/** Keeps the lines of a page that the archive's own page of this name does not have. What other papers added is public already. */
export function keepNewLines(archive: string, { name, bytes }: NewFile): NewFile {
  const known = new Set(readIfPresent(join(archive, name))?.toString('utf8').split('\n'));
  const lines = Buffer.from(bytes).toString('utf8').split('\n');
  return { name, bytes: Buffer.from(lines.filter((line) => !known.has(line)).join('\n'), 'utf8') };
}
