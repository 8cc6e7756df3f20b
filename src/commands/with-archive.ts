import { hostname, uptime } from 'node:os';
import { relative } from 'node:path';
import { claimArchive, type Claim } from '../disk/lock-archive.js';
import { UsageError } from './command.js';

/** How long an issue waits for another to end. Each takes under a second when it writes. */
const PATIENCE = 30_000;

/** Runs what writes to the archive while no other program does. */
export async function withArchive<T>(archive: string, write: () => T): Promise<T> {
  const me = { host: hostname(), pid: process.pid };
  const { release, busy } = await claimArchive(archive, me, isAlive, PATIENCE);
  if (busy)
    throw new UsageError(
      `another program is writing to the archive: process ${busy.holder.pid} on ${busy.holder.host}\n` +
        `If there is none, delete ${relative('.', busy.path)} and try again.`,
    );
  try {
    return write();
  } finally {
    release();
  }
}

/** Of another machine's program nobody here can tell, so it counts as alive. */
function isAlive({ holder, since }: Claim): boolean {
  if (holder.pid === 0) return Date.now() - since < 10_000; // cut short: its program has died, or is writing it just now
  if (holder.host !== hostname()) return true;
  const booted = Date.now() - uptime() * 1000;
  if (since < booted) return false;
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // another user's
  }
}
