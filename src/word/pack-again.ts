import { unzipSync, zipSync } from 'fflate';
import { clampZipDate } from '../model/clamp-zip-date.js';

/** Packs a zip file again with one date for all of its files: the library writes the time of day. */
export function packAgain(zip: Uint8Array, madeAt: Date): Uint8Array {
  return zipSync(unzipSync(zip), { level: 9, mtime: clampZipDate(madeAt) });
}
