import type { ToolRecord } from '../archive/issue/make-manifest.js';
import { programDigest } from '../sources/program-digest.js';
import { LIBRARIES, TOOL } from '../tool.js';

/** What makes papers on this machine, as a manifest records it. */
export function toolRecord(): ToolRecord {
  const { node, zlib } = process.versions;
  return { ...TOOL, program: programDigest(), node, zlib, libraries: LIBRARIES };
}
