import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { clampZipDate } from '../model/clamp-zip-date.js';

/** Pictures are compressed already. */
const COMPRESSED = /\.(?:png|jpg)$/;

/**
 * Packs a zip file again with one date for all of its files: the library writes the time of day. `edit` may change the XML of its
 * parts.
 */
export function packAgain(
  zip: Uint8Array,
  madeAt: Date,
  edit: (name: string, xml: string) => string,
): Uint8Array {
  const entries = Object.entries(unzipSync(zip)).map(([name, bytes]): [string, Zippable[string]] =>
    COMPRESSED.test(name)
      ? [name, [bytes, { level: 0 }]]
      : [name, [strToU8(edit(name, strFromU8(bytes))), { level: 6 }]],
  );
  return zipSync(Object.fromEntries(entries), { mtime: clampZipDate(madeAt) });
}
