import { zipSync } from 'fflate';
import type { SourceFile } from '../model/source-file.js';
import { BUILD_RECORD, type BuildRecord } from './build-record.js';

export type PackedFile = Pick<SourceFile, 'path' | 'bytes'>;

/**
 * One zip archive of everything that a paper was made from, and `build.json`. Entries are sorted by code unit and dated
 * `madeAt`, so that the same sources give the same bytes; the format has no time zone, and the command runs in UTC.
 */
export function packSources(files: PackedFile[], record: BuildRecord): Uint8Array {
  const entries: [string, Uint8Array][] = [
    ...files.map(({ path, bytes }): [string, Uint8Array] => [path, bytes]),
    [BUILD_RECORD, Buffer.from(`${JSON.stringify(record, null, 2)}\n`, 'utf8')],
  ];
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(entries), { level: 9, mtime: zipDate(record.madeAt) });
}

/** The format's years are 1980 to 2099. */
function zipDate(date: Date): Date {
  const [first, last] = [Date.UTC(1980, 0, 1), Date.UTC(2099, 11, 31)];
  return new Date(Math.min(last, Math.max(first, date.getTime())));
}
