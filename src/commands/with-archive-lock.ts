import { hostname, uptime } from 'node:os';
import { relative } from 'node:path';
import { isRunning } from '../disk/is-running.js';
import { lockFolder, removeDeadLocks, type Lock } from '../disk/lock-folder.js';
import { UsageError } from './command.js';

/** Milliseconds to wait for another process. Each one writes for less than a second. */
const PATIENCE = 30_000;
/** Milliseconds after which an incomplete lock file counts as left by a crash. */
const INCOMPLETE_LIFETIME = 10_000;

/** Runs `write` while no other process writes to the archive. */
export async function withArchiveLock<T>(archive: string, write: () => T): Promise<T> {
  const owner = { host: hostname(), pid: process.pid };
  const { release, busy } = await lockFolder(archive, owner, isAlive, PATIENCE);
  if (busy) throw new UsageError(describeLock(busy));
  try {
    return write();
  } finally {
    release();
  }
}

/** Removes the locks that crashed programs have left in the archive. */
export function tidyArchiveLocks(archive: string): void {
  removeDeadLocks(archive, isAlive);
}

function describeLock({ owner, path }: Lock): string {
  const name = owner === null ? 'unknown' : `${owner.pid} on ${owner.host}`;
  return (
    `another program is writing to the archive (process ${name})\n` +
    `If no such program is running, delete ${relative('.', path)} and try again.`
  );
}

/** Processes on other machines cannot be checked, so their locks are assumed to be held. */
function isAlive({ owner, since }: Lock): boolean {
  if (owner === null) return Date.now() - since < INCOMPLETE_LIFETIME;
  if (owner.host !== hostname()) return true;
  const bootTime = Date.now() - uptime() * 1000;
  return since >= bootTime && isRunning(owner.pid);
}
