import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';

/** A file to write: its name in a folder, and its content. */
export interface NewFile {
  name: string;
  bytes: Uint8Array;
}

/**
 * Writes a new file and waits until the disk has its bytes. Never overwrites: throws EEXIST if the path exists. If a write fails, the
 * incomplete file is removed.
 */
export function writeSynced(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'wx');
  try {
    for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
    fsyncSync(file);
  } catch (error) {
    rmSync(path, { force: true });
    throw addPath(error, path);
  } finally {
    closeSync(file);
  }
}

/** Adds the path to the error of a failed write. Node only knows the file's number there. */
function addPath(error: unknown, path: string): unknown {
  return error instanceof Error ? Object.assign(error, { path }) : error;
}
