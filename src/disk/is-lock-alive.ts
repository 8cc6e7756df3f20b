import { hostname, uptime } from 'node:os';
import { isRunning } from './is-running.js';
import type { Lock } from './lock-folder.js';

/** Milliseconds after which an incomplete lock file counts as left by a crash. */
const INCOMPLETE_LIFETIME = 10_000;

/** Returns true while the process of a lock runs. Processes on other machines cannot be checked, so their locks are assumed to be held. */
export function isLockAlive({ owner, since }: Lock): boolean {
  if (owner === null) return Date.now() - since < INCOMPLETE_LIFETIME;
  if (owner.host !== hostname()) return true;
  const bootTime = Date.now() - uptime() * 1000;
  return since >= bootTime && isRunning(owner.pid);
}
