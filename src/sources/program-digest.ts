import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sha256 } from '../sha256.js';

/** The SHA-256 of the built program that runs: of all its parts, in the order of their names. */
export function computeProgramDigest(): string {
  const folder = dirname(fileURLToPath(import.meta.url));
  const parts = readdirSync(folder)
    .filter((name) => /\.c?js$/.test(name))
    .sort()
    .map((name) => `${sha256(readFileSync(join(folder, name)))}  ${name}\n`);
  return sha256(parts.join(''));
}
