import { describeMismatch, parseJson } from '../schema/parse-json.js';
import { manifestSchema, type Manifest } from './manifest.js';

/** Parses a manifest. Returns null and one sentence that says why if the bytes are not a valid manifest. */
export function parseManifest(
  bytes: Uint8Array,
): { manifest: Manifest; error: null } | { manifest: null; error: string } {
  const value = parseJson(bytes);
  if (value === undefined) return { manifest: null, error: 'the manifest is incomplete or not JSON' };
  const result = manifestSchema.safeParse(value);
  if (result.success) return { manifest: result.data, error: null };
  return { manifest: null, error: `the manifest does not match its schema${describeMismatch(result.error)}` };
}
