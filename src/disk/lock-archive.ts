import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import * as z from 'zod';

/** The program that has the archive to itself. */
export interface Holder {
  host: string;
  pid: number;
}

export interface Claim {
  holder: Holder;
  /** The file that says so. */
  path: string;
  /** When it was made, in milliseconds since 1970. */
  since: number;
}

const NAME = /^\.claim-[0-9a-f]+\.json$/;

/**
 * Waits until no other program writes to the archive, and keeps others out until `release` is called. Each puts a file of
 * its own there first and then looks for others': of two at the same time at least one sees the other, takes its own away and
 * tries again after a while of its own choice. So nobody ever takes over a claim, which is where locks go wrong; what a dead
 * program has left is removed. Gives the other's claim where it is still there after `patience` milliseconds.
 */
export async function claimArchive(
  archive: string,
  me: Holder,
  isAlive: (claim: Claim) => boolean,
  patience: number,
): Promise<{ release: () => void; busy: null } | { release: null; busy: Claim }> {
  mkdirSync(archive, { recursive: true });
  const own = `.claim-${me.pid.toString(16)}${randomDigits()}.json`;
  const path = join(archive, own);
  const release = (): void => rmSync(path, { force: true });
  for (const started = Date.now(); ;) {
    writeFileSync(path, `${JSON.stringify(me)}\n`, { flag: 'wx' });
    const other = otherClaim(archive, own, isAlive);
    if (!other) return { release, busy: null };
    release();
    if (Date.now() - started > patience) return { release: null, busy: other };
    await setTimeout(20 + Math.random() * 80);
  }
}

function otherClaim(archive: string, own: string, isAlive: (claim: Claim) => boolean): Claim | null {
  for (const name of readdirSync(archive).filter((one) => NAME.test(one) && one !== own)) {
    const claim = readClaim(join(archive, name));
    if (claim && isAlive(claim)) return claim;
    if (claim) rmSync(claim.path, { force: true });
  }
  return null;
}

const holderSchema = z.object({ host: z.string(), pid: z.number() });

/** Null where it has gone. One that is being written is nobody's yet, and counts. */
function readClaim(path: string): Claim | null {
  try {
    const since = statSync(path).mtimeMs;
    const holder = holderSchema.safeParse(tryParse(readFileSync(path, 'utf8')));
    return { path, since, holder: holder.success ? holder.data : { host: '', pid: 0 } };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function randomDigits(): string {
  return Math.random().toString(16).slice(2);
}
