import { describeMismatch, parseJson } from '../schema/parse-json.js';
import { renameKey } from '../schema/rename-key.js';
import { manifestSchema, type Manifest } from './manifest.js';

/** Parses a manifest. Returns null and one sentence that says why if the bytes are not a valid manifest. */
export function parseManifest(
  bytes: Uint8Array,
): { manifest: Manifest; error: null } | { manifest: null; error: string } {
  const value = parseJson(bytes);
  if (value === undefined) return { manifest: null, error: 'the manifest is incomplete or not JSON' };
  const result = manifestSchema.safeParse(renameOldKeys(value));
  if (result.success) return { manifest: result.data, error: null };
  return { manifest: null, error: `the manifest does not match its schema${describeMismatch(result.error)}` };
}

/** Reads a manifest of an earlier program. Its paper had a quarter, and the time that it is open to inspection another name. */
function renameOldKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('paper' in value)) return value;
  const manifest = { ...value, paper: renameKey(value.paper, 'quarter', 'period') };
  return renameKey(manifest, 'retention', 'openToInspection');
}
