import { join } from 'node:path';
import { readIfPresent } from '../../disk/read-if-present.js';
import type { ArchiveOwner } from '../pages/archive-owner.js';
import { findChangedPages, derivePages, INDEX } from '../pages/derive-pages.js';
import { type Archive, type ArchiveFault } from '../read-archive.js';
import { REGISTER } from '../register.js';
import { isSealed, readRegisterHash } from '../pages/sealed-page.js';
import { sha256 } from '../../sha256.js';
import type { Verdict } from './verify-history.js';

const AGAIN = 'npx papers archive writes it anew';

/**
 * Whether the index, and the notices before superseded versions, are pages that this program has written of this archive.
 * They are no part of what was issued: one that is only out of date, or was written by another build, is no fault.
 */
export function verifyPages(archive: string, state: Archive, owner: ArchiveOwner): Verdict {
  if (state.versions.length === 0) return { faults: [], remarks: [] };
  const register = readIfPresent(join(archive, REGISTER)) ?? '';
  const faults: ArchiveFault[] = [];
  const remarks: ArchiveFault[] = [];
  const derived = derivePages(state, owner).filter(({ name }) => name !== REGISTER);
  for (const { name } of findChangedPages(archive, derived)) {
    const page = readIfPresent(join(archive, name))?.toString('utf8') ?? null;
    if (page === null) remarks.push({ path: name, message: `is not there: ${AGAIN}` });
    else if (!isSealed(page)) faults.push({ path: name, message: `has been changed: ${AGAIN}` });
    else if (name === INDEX && readRegisterHash(page) !== sha256(register))
      remarks.push({ path: name, message: `is older than the register: ${AGAIN}` });
    else remarks.push({ path: name, message: `would be written otherwise today: ${AGAIN}` });
  }
  return { faults, remarks };
}
