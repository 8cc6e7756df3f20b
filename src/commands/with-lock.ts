import { hostname } from 'node:os';
import { isLockAlive } from '../disk/is-lock-alive.js';
import { lockFolder, type Lock } from '../disk/lock-folder.js';

/**
 * Runs `write` while this process has a folder locked. Returns the other lock, and does not run it, if another process still
 * writes there after `patience` milliseconds.
 */
export async function withLock<T>(
  folder: string,
  patience: number,
  write: () => T,
): Promise<{ value: T; busy: null } | { busy: Lock }> {
  const owner = { host: hostname(), pid: process.pid };
  const { release, busy } = await lockFolder(folder, owner, isLockAlive, patience);
  if (busy) return { busy };
  try {
    return { value: write(), busy: null };
  } finally {
    release();
  }
}
