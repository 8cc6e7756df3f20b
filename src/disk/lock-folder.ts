import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import * as z from 'zod';
import { isMissingPath } from '../error-code.js';
import { writeSynced } from './write-synced.js';

/** The process that has a folder locked. */
export interface LockOwner {
  host: string;
  pid: number;
}

export interface Lock {
  /** Null while the file is incomplete: its process has crashed or is still writing it. */
  owner: LockOwner | null;
  /** The lock's file. */
  path: string;
  /** The time at which it was written, in milliseconds since 1970. */
  since: number;
}

const LOCK_NAME = /^\.lock-[0-9a-f]+\.json$/;

/**
 * Waits until no other process writes to a folder, and keeps others out until `release` is called. Returns the other lock
 * if it is still there after `patience` milliseconds.
 *
 * Each process writes a lock file of its own first, and then looks for others. If two start together, at least one sees
 * the other's file. It removes its own file and retries after a random pause. Locks are never stolen: only those of dead
 * processes are removed.
 */
export async function lockFolder(
  folder: string,
  owner: LockOwner,
  isAlive: (lock: Lock) => boolean,
  patience: number,
): Promise<{ release: () => void; busy: null } | { release: null; busy: Lock }> {
  mkdirSync(folder, { recursive: true });
  const name = `.lock-${owner.pid.toString(16)}${randomDigits()}.json`;
  const path = join(folder, name);
  const release = (): void => rmSync(path, { force: true });
  for (const started = Date.now(); ;) {
    writeSynced(path, Buffer.from(`${JSON.stringify(owner)}\n`));
    const [other] = removeDeadLocks(folder, isAlive, name);
    if (!other) return { release, busy: null };
    release();
    if (Date.now() - started > patience) return { release: null, busy: other };
    await setTimeout(20 + Math.random() * 80);
  }
}

/** Removes the locks of processes that have crashed. Returns those of other processes that run. */
export function removeDeadLocks(folder: string, isAlive: (lock: Lock) => boolean, ownName?: string): Lock[] {
  const running: Lock[] = [];
  for (const name of readdirSync(folder).filter((entry) => LOCK_NAME.test(entry) && entry !== ownName)) {
    const lock = readLock(join(folder, name));
    if (lock && isAlive(lock)) running.push(lock);
    else if (lock) rmSync(lock.path, { force: true });
  }
  return running;
}

const ownerSchema = z.object({ host: z.string(), pid: z.number() });

/** Reads a lock. Returns null if its process has removed it in the meantime. */
function readLock(path: string): Lock | null {
  try {
    const since = statSync(path).mtimeMs;
    const { data: owner = null } = ownerSchema.safeParse(tryParseJson(readFileSync(path, 'utf8')));
    return { path, since, owner };
  } catch (error) {
    if (isMissingPath(error)) return null;
    throw error;
  }
}

function tryParseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function randomDigits(): string {
  return Math.random().toString(16).slice(2);
}
