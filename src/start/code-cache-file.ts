import {
  closeSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';

export interface CodeCache {
  /** V8's compiled code. */
  code: Buffer;
  /** The commands whose code it has: V8 compiles a function when it is first called. */
  commands: string[];
}

const SUFFIX = '.code-cache';
/** Milliseconds after which a file is deleted, unless it is written again: 30 days. */
const MAX_AGE = 30 * 24 * 60 * 60 * 1000;
/** After the code: the names of the commands. The last eight bytes are their length and the checksum of all before it. */
const FOOTER = 8;

/**
 * Reads a code cache. Returns null if there is none, if it is damaged, or if another user could have written it: V8
 * runs it without any check of its own.
 */
export function readCodeCache(path: string): CodeCache | null {
  try {
    if (!isPrivate(lstatSync(dirname(path)))) return null;
    const file = openSync(path, 'r');
    try {
      return isPrivate(fstatSync(file)) ? parse(readFileSync(file)) : null;
    } finally {
      closeSync(file);
    }
  } catch {
    return null;
  }
}

/**
 * Writes a code cache, whole or not at all, into a folder that only this user can change. Does nothing where that
 * fails: the next run compiles again.
 */
export function writeCodeCache(path: string, cache: CodeCache): void {
  const folder = dirname(path);
  try {
    if (!isPrivate(lstatSync(findExisting(folder)))) return;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!isPrivate(lstatSync(folder))) return;
    deleteOldFiles(folder);
    const draft = `${path}.${process.pid}.new`;
    writeFileSync(draft, format(cache), { mode: 0o600 });
    renameSync(draft, path);
  } catch {
    // A draft that is left is deleted with the old files.
  }
}

/** Returns the path of the nearest folder that exists. With sudo it may be another user's, which must stay theirs. */
function findExisting(folder: string): string {
  return lstatSync(folder, { throwIfNoEntry: false }) ? folder : findExisting(dirname(folder));
}

/** Returns true if only this user can write a file or folder. A symbolic link is not private. Windows keeps the folder private itself. */
function isPrivate(stats: Stats): boolean {
  if (!stats.isFile() && !stats.isDirectory()) return false;
  const user = process.geteuid?.();
  return user === undefined || (stats.uid === user && (stats.mode & 0o022) === 0);
}

/** Deletes the caches of programs that are no longer used, and drafts of processes that were stopped. */
function deleteOldFiles(folder: string): void {
  for (const name of readdirSync(folder).filter((name) => name.includes(SUFFIX))) {
    const path = join(folder, name);
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (stats && Date.now() - stats.mtimeMs > MAX_AGE) rmSync(path, { force: true });
  }
}

function format({ code, commands }: CodeCache): Buffer {
  const names = Buffer.from(commands.join(' '));
  const content = Buffer.concat([code, names]);
  const footer = Buffer.alloc(FOOTER);
  footer.writeUInt32LE(names.length, 0);
  footer.writeUInt32LE(crc32(content), 4);
  return Buffer.concat([content, footer]);
}

/** Returns null for a file that is damaged, for example after a power cut: V8 might crash on it. */
function parse(bytes: Buffer): CodeCache | null {
  if (bytes.length < FOOTER) return null;
  const content = bytes.subarray(0, -FOOTER);
  const namesLength = bytes.readUInt32LE(content.length);
  if (namesLength > content.length || crc32(content) !== bytes.readUInt32LE(content.length + 4)) return null;
  const end = content.length - namesLength;
  const names = content.toString('utf8', end);
  return { code: content.subarray(0, end), commands: names === '' ? [] : names.split(' ') };
}
