import type { ToolRecord } from '../archive/make-manifest.js';
import { computeProgramDigest } from '../sources/compute-program-digest.js';
import { LIBRARIES, TOOL } from '../tool.js';

/** Describes the program that runs, as a manifest records it. */
export function makeToolRecord(): ToolRecord {
  const { node, zlib } = process.versions;
  return { ...TOOL, program: computeProgramDigest(), node, zlib, libraries: LIBRARIES };
}
