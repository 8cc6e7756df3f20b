import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readIfPresent } from '../../disk/read-if-present.js';
import { replaceFiles } from '../../disk/replace-files.js';
import { removeLeftovers, STAGING_PREFIX } from '../staging.js';
import {
  formatSealLine,
  formatSealPath,
  readSealList,
  readSeals,
  SEAL_LIST,
  SEALS,
  type Seal,
} from './seal.js';

/**
 * Stores a seal, and adds its line to the list. Both are written whole before the first is renamed into place. Lines of the list are
 * never changed; a seal that it lacks gets its line. The caller must have the archive locked, and its seals checked. Throws the error
 * of a failed write; the archive is then unchanged.
 */
export function storeSeal(archive: string, bytes: Buffer): Seal {
  removeLeftovers(archive);
  const seals = readSeals(archive);
  const seal = { number: (seals.at(-1)?.number ?? 0) + 1, bytes };
  const listed = new Set(readSealList(archive).lines.map(({ number }) => number));
  const added = [...seals.filter(({ number }) => !listed.has(number)), seal].map(formatSealLine);
  const list = (readIfPresent(join(archive, SEAL_LIST))?.toString('utf8') ?? '') + added.join('');
  mkdirSync(join(archive, SEALS), { recursive: true });
  replaceFiles(
    archive,
    [
      { name: formatSealPath(seal.number), bytes },
      { name: SEAL_LIST, bytes: Buffer.from(list, 'utf8') },
    ],
    STAGING_PREFIX,
  );
  return seal;
}
