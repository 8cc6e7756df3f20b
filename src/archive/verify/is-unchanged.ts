import { join } from 'node:path';
import { readIfPresent } from '../../disk/read-if-present.js';
import { sha256 } from '../../sha256.js';
import { MANIFEST } from '../manifest.js';
import { parseManifest } from '../parse-manifest.js';

/** Returns true if a file of a version's folder has the hash that its manifest states. */
export function isUnchanged(folder: string, name: string, bytes: Uint8Array): boolean {
  const { manifest } = parseManifest(readIfPresent(join(folder, MANIFEST)) ?? Buffer.alloc(0));
  return manifest?.outputs.find((output) => output.name === name)?.sha256 === sha256(bytes);
}
