import { readFileSync } from 'node:fs';
import type { ToolRecord } from '../archive/make-manifest.js';
import { computeProgramDigest } from '../sources/compute-program-digest.js';
import { TOOL } from '../tool.js';

/** Describes the program that runs, as a manifest records it. */
export function makeToolRecord(): ToolRecord {
  const { node, zlib } = process.versions;
  return { ...TOOL, program: computeProgramDigest(), node, zlib, libraries: readLibraries() };
}

/** Reads the versions of the bundled libraries that our code imports. The build writes them beside the program. */
function readLibraries(): ToolRecord['libraries'] {
  const text = readFileSync(new URL('./libraries.json', import.meta.url), 'utf8');
  return JSON.parse(text) as ToolRecord['libraries']; // our own build wrote it
}
