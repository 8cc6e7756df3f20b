import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { ArchiveFile } from './make-manifest.js';

/** What an issue will do to the archive. */
export interface IssuePlan {
  /** The archive's folder. */
  archive: string;
  /** The name of the folder in it where all is written first. */
  aside: string;
  /** The version's folder below the archive. It is not there yet. */
  folder: string;
  files: ArchiveFile[];
  /** Files below the archive that follow from its versions, and are written anew: the register, the index. */
  pages: ArchiveFile[];
}

export interface Step {
  name: string;
  run: () => void;
}

/** The folders in which issues are made; one that is still there when nobody is issuing is of an issue that was stopped. */
const ASIDE = /^\.issuing-[0-9a-z]+$/;

/**
 * An issue, step by step. Everything is written aside and synced, on the archive's own disk, before anything moves; then the
 * version appears in one rename, with those folders above it that were not there; then the pages follow. Stopped before that
 * rename, the archive is as it was; after it, the version is issued, and the next issue or `papers archive` writes the pages.
 */
export function issueSteps({ archive, aside, folder, files, pages }: IssuePlan): Step[] {
  const room = join(archive, aside);
  const { top, below } = firstMissing(archive, folder);
  const fresh = join(room, 'version');
  return [
    { name: 'make a folder aside', run: () => mkdirSync(join(fresh, below), { recursive: true }) },
    ...files.map(({ name, bytes }) => ({
      name: `write ${name}`,
      run: () => writeSynced(join(fresh, below, name), bytes),
    })),
    ...pages.map(({ name, bytes }, index) => ({
      name: `write ${name}`,
      run: () => writeSynced(join(room, `page-${index}`), bytes),
    })),
    { name: 'sync what was written', run: () => syncFolders(room) },
    { name: `issue ${folder}`, run: () => moveSynced(fresh, join(archive, top)) },
    ...pages.map(({ name }, index) => ({
      name: `put ${name} in its place`,
      run: () => moveSynced(join(room, `page-${index}`), join(archive, name)),
    })),
    { name: 'take the folder aside away', run: () => rmSync(room, { recursive: true }) },
  ];
}

/** Takes away what issues that were stopped have left. Only for who has claimed the archive. */
export function clearLeftovers(archive: string): void {
  for (const name of readdirSync(archive).filter((one) => ASIDE.test(one)))
    rmSync(join(archive, name), { recursive: true, force: true });
}

/** The first folder on the way that is not there, and the way below it. */
function firstMissing(archive: string, folder: string): { top: string; below: string } {
  const parts = folder.split('/');
  const depth = parts.findIndex((_, index) => !existsSync(join(archive, ...parts.slice(0, index + 1))));
  const cut = depth < 0 ? parts.length : depth + 1;
  return { top: parts.slice(0, cut).join('/'), below: parts.slice(cut).join('/') };
}

export function writeSynced(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'wx');
  try {
    for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
    fsyncSync(file);
  } catch (error) {
    throw withPath(error, path);
  } finally {
    closeSync(file);
  }
}

/** A failed write names no file by itself. */
function withPath(error: unknown, path: string): unknown {
  return error instanceof Error ? Object.assign(error, { path }) : error;
}

export function moveSynced(from: string, to: string): void {
  renameSync(from, to);
  syncFolder(dirname(to));
}

function syncFolders(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) syncFolders(join(folder, entry.name));
  syncFolder(folder);
}

/** Makes names last. Windows opens no folders, and needs no syncing of them. */
function syncFolder(folder: string): void {
  let handle: number;
  try {
    handle = openSync(folder, 'r');
  } catch (error) {
    if (['EPERM', 'EISDIR', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) return;
    throw error;
  }
  try {
    fsyncSync(handle);
  } catch (error) {
    // some file shares cannot do it
    if (!['EPERM', 'EINVAL', 'ENOTSUP', 'ENOSYS'].includes((error as NodeJS.ErrnoException).code ?? ''))
      throw error;
  } finally {
    closeSync(handle);
  }
}
