import { describeMismatch, parseJson } from '../schema/parse-json.js';
import { buildReportSchema, type BuildReport } from './build-report.js';

/** Parses a report. Returns null and the reason if the bytes are not a report of this program. */
export function parseBuildReport(
  bytes: Uint8Array,
): { report: BuildReport; error: null } | { report: null; error: string } {
  const value = parseJson(bytes);
  if (value === undefined) return { report: null, error: 'the file is incomplete or not JSON' };
  const result = buildReportSchema.safeParse(value);
  if (result.success) return { report: result.data, error: null };
  const mismatch = describeMismatch(result.error);
  return { report: null, error: `the file is not a report of papers build --report${mismatch}` };
}
