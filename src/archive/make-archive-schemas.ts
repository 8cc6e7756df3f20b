import * as z from 'zod';
import { makeSchemaFile } from '../schema/make-schema-file.js';
import { documentFileSchema } from './document-schema.js';
import { manifestSchema } from './manifest.js';
import { statementSchema } from './statement/statement-schema.js';
import { withdrawalSchema } from './withdrawal.js';

/** Makes the JSON Schemas of an archive's files, for programs that read archives. They are files of `schemas/`. */
export function makeArchiveSchemas(): { path: string; text: string }[] {
  return Object.entries({
    manifest: manifestSchema,
    document: documentFileSchema,
    conformance: statementSchema,
    withdrawal: withdrawalSchema,
  }).map(([name, schema]) => makeSchemaFile(name, z.toJSONSchema(schema)));
}
