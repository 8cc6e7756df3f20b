import { sha256 } from '../sha256.js';
import type { PackedFile } from './pack-sources.js';

/**
 * Computes the fingerprint of the files that a paper is made from. It is that of the files in `sources.zip`, so it tells nothing about
 * what these leave out.
 */
export function computeFingerprint(files: readonly PackedFile[]): string {
  const lines = files.map(({ path, bytes }) => `${sha256(bytes)} ${path}`).sort();
  return sha256(lines.join('\n'));
}
