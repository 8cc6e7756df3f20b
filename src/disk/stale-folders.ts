import { readdirSync, rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { sha256 } from '../sha256.js';
import { isRunning } from './is-running.js';

/** The end of a temporary folder's name: machine, process and six random characters. */
const OWNED = /^\..*-(?<machine>[0-9a-f]{8})-(?<pid>\d+)-\w{6}$/;
/** Milliseconds after which a temporary folder counts as left behind. No write takes a day. */
const LIFETIME = 24 * 60 * 60 * 1000;

/** Returns the part of a temporary folder's name that says who made it: this machine and this process. */
export function getStagingOwner(): string {
  return `${getMachine()}-${process.pid}`;
}

/**
 * Removes the temporary folders in `parent` that killed processes left behind. Processes of other machines cannot be
 * checked, so their folders are removed after a day.
 */
export function removeStaleFolders(parent: string): void {
  for (const name of readdirSync(parent)) {
    const owner = OWNED.exec(name)?.groups;
    if (owner && isStale(join(parent, name), owner))
      rmSync(join(parent, name), { recursive: true, force: true });
  }
}

function isStale(path: string, { machine, pid }: Record<string, string>): boolean {
  if (machine === getMachine() && !isRunning(Number(pid))) return true;
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats !== undefined && Date.now() - stats.mtimeMs > LIFETIME;
}

function getMachine(): string {
  return sha256(hostname()).slice(0, 8);
}
