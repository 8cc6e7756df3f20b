import * as z from 'zod';
import { AUTHOR_SCHEMAS } from './author-schemas.js';

/** Builds the JSON Schemas for editors, as the text of their files: `schemas/<name>.schema.json`. */
export function buildJsonSchemas(): { path: string; text: string }[] {
  return Object.entries(AUTHOR_SCHEMAS).map(([name, schema]) => ({
    path: `schemas/${name}.schema.json`,
    text: `${JSON.stringify(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }), null, 2)}\n`,
  }));
}
