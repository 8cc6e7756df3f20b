import * as z from 'zod';
import { documentFileSchema } from './document-schema.js';
import { manifestSchema } from './manifest.js';

/** Makes the JSON Schemas of an archive's files, for programs that read archives. They are files of `schemas/`. */
export function makeArchiveSchemas(): { path: string; text: string }[] {
  return Object.entries({ manifest: manifestSchema, document: documentFileSchema }).map(([name, schema]) => ({
    path: `schemas/${name}.schema.json`,
    text: `${JSON.stringify(z.toJSONSchema(schema), null, 2)}\n`,
  }));
}
