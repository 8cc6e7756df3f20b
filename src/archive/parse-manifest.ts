import { describeMismatch, parseJson } from '../schema/parse-json.js';
import { renameQuarter } from '../schema/rename-quarter.js';
import { manifestSchema, type Manifest } from './manifest.js';

/** Parses a manifest. Returns null and one sentence that says why if the bytes are not a valid manifest. */
export function parseManifest(
  bytes: Uint8Array,
): { manifest: Manifest; error: null } | { manifest: null; error: string } {
  const value = parseJson(bytes);
  if (value === undefined) return { manifest: null, error: 'the manifest is incomplete or not JSON' };
  const result = manifestSchema.safeParse(renameQuarterOfPaper(value));
  if (result.success) return { manifest: result.data, error: null };
  return { manifest: null, error: `the manifest does not match its schema${describeMismatch(result.error)}` };
}

/** Reads a manifest of an earlier program, whose papers had a quarter. */
function renameQuarterOfPaper(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('paper' in value)) return value;
  return { ...value, paper: renameQuarter(value.paper) };
}
