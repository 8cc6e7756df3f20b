import { zipSync } from 'fflate';
import { clampZipDate } from '../model/clamp-zip-date.js';
import type { FileHash, SourceFile } from '../model/source-file.js';
import { BUILD_RECORD, type BuildRecord } from './build-record.js';

/** A file in `sources.zip`. `cutFrom` is the spreadsheet as the author saved it; null if its hash is withheld. */
export type PackedFile = Pick<SourceFile, 'path' | 'bytes'> & { cutFrom?: FileHash | null };

/**
 * Packs the sources of a paper and its build record into a zip file. The same sources give the same bytes: entries are sorted
 * by code unit and dated `madeAt`. Zip files have no time zone, so the program runs in UTC.
 */
export function packSources(files: PackedFile[], record: BuildRecord): Uint8Array {
  const entries: [string, Uint8Array][] = [
    ...files.map(({ path, bytes }): [string, Uint8Array] => [path, bytes]),
    [BUILD_RECORD, Buffer.from(`${JSON.stringify(record, null, 2)}\n`, 'utf8')],
  ];
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  // A higher level takes half as long again, and makes no smaller files of sources.
  return zipSync(Object.fromEntries(entries), { level: 6, mtime: clampZipDate(record.madeAt) });
}
