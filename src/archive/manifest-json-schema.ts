import * as z from 'zod';
import { manifestSchema } from './manifest.js';

/** Makes the JSON Schema of `manifest.json`, for programs that read archives. It is a file of `schemas/`. */
export function makeManifestSchema(): { path: string; text: string } {
  return {
    path: 'schemas/manifest.schema.json',
    text: `${JSON.stringify(z.toJSONSchema(manifestSchema), null, 2)}\n`,
  };
}
