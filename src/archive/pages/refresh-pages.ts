import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { changedPages, derivePages, type Keeper } from './derive-pages.js';
import { clearLeftovers, moveSynced, writeSynced } from '../issue/issue-steps.js';
import { readArchive } from '../read-archive.js';

/** Writes those pages of an archive anew that are not as they should be. Only for who has claimed it. Gives their names. */
export function refreshPages(archive: string, keeper: Keeper): string[] {
  clearLeftovers(archive);
  const pages = changedPages(archive, derivePages(readArchive(archive), keeper));
  const aside = join(archive, `.issuing-${randomBytes(6).toString('hex')}`);
  mkdirSync(aside);
  try {
    pages.forEach(({ bytes }, index) => writeSynced(join(aside, `page-${index}`), bytes));
    pages.forEach(({ name }, index) => moveSynced(join(aside, `page-${index}`), join(archive, name)));
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
  return pages.map(({ name }) => name);
}
