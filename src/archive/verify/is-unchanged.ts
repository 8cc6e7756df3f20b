import { join } from 'node:path';
import { readIfPresent } from '../../disk/read-if-present.js';
import { MANIFEST, parseManifest } from '../manifest.js';
import { sha256 } from '../../sha256.js';

/** Whether a file of a version's folder has the bytes that the manifest beside it states. */
export function isUnchanged(folder: string, name: string, bytes: Uint8Array): boolean {
  const stated = parseManifest(readIfPresent(join(folder, MANIFEST)) ?? Buffer.alloc(0)).manifest;
  return stated?.outputs.find((output) => output.name === name)?.sha256 === sha256(bytes);
}
