import * as z from 'zod';
import { makeSchemaFile } from '../schema/make-schema-file.js';
import { buildReportSchema } from './build-report.js';

/** Makes the JSON Schema of a build report, as the text of its file. */
export function makeBuildReportSchema(): { path: string; text: string } {
  return makeSchemaFile('build-report', z.toJSONSchema(buildReportSchema));
}
