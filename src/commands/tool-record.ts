import type { ToolRecord } from '../archive/make-manifest.js';
import { computeProgramDigest } from '../sources/program-digest.js';
import { LIBRARIES, TOOL } from '../tool.js';

/** What makes papers on this machine, as a manifest records it. */
export function makeToolRecord(): ToolRecord {
  const { node, zlib } = process.versions;
  return { ...TOOL, program: computeProgramDigest(), node, zlib, libraries: LIBRARIES };
}
