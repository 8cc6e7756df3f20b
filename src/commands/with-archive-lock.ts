import { relative } from 'node:path';
import { isLockAlive } from '../disk/is-lock-alive.js';
import { removeDeadLocks, type Lock } from '../disk/lock-folder.js';
import { UsageError } from './command.js';
import { withLock } from './with-lock.js';

/** Milliseconds to wait for another process. Each one writes for less than a second. */
const PATIENCE = 30_000;

/** Runs `write` while no other process writes to the archive. */
export async function withArchiveLock<T>(archive: string, write: () => T): Promise<T> {
  const locked = await withLock(archive, PATIENCE, write);
  if (locked.busy) throw new UsageError(describeLock(locked.busy));
  return locked.value;
}

/** Returns true while another program writes to the archive. Removes the locks of programs that crashed. */
export function isArchiveBusy(archive: string): boolean {
  return removeDeadLocks(archive, isLockAlive).length > 0;
}

function describeLock({ owner, path }: Lock): string {
  const name = owner === null ? 'unknown' : `${owner.pid} on ${owner.host}`;
  return (
    `another program is writing to the archive (process ${name})\n` +
    `If no such program is running, delete ${relative('.', path)} and try again.`
  );
}
