import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sha256 } from '../sha256.js';

/** Computes the SHA-256 of the running program: of all its bundles, sorted by name. */
export function computeProgramDigest(): string {
  const folder = dirname(fileURLToPath(import.meta.url));
  const bundles = readdirSync(folder)
    .filter((name) => /\.c?js$/.test(name))
    .sort()
    .map((name) => `${sha256(readFileSync(join(folder, name)))}  ${name}\n`);
  return sha256(bundles.join(''));
}
