import * as z from 'zod';
import { buildReportSchema } from './build-report.js';

/** Makes the JSON Schema of a build report, as the text of its file. */
export function makeBuildReportSchema(): { path: string; text: string } {
  return {
    path: 'schemas/build-report.schema.json',
    text: `${JSON.stringify(z.toJSONSchema(buildReportSchema), null, 2)}\n`,
  };
}
