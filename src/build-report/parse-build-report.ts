import { buildReportSchema, type BuildReport } from './build-report.js';

/** Parses a report. Returns null and the reason if the bytes are not a report of this program. */
export function parseBuildReport(
  bytes: Uint8Array,
): { report: BuildReport; error: null } | { report: null; error: string } {
  const value = parseJson(bytes);
  if (value === undefined) return { report: null, error: 'the file is incomplete or not JSON' };
  const result = buildReportSchema.safeParse(value);
  if (result.success) return { report: result.data, error: null };
  const { path = [], message = '' } = result.error.issues[0] ?? {};
  const key = path.length > 0 ? ` at ${path.join('.')}` : '';
  return { report: null, error: `the file is not a report of papers build --report${key}: ${message}` };
}

/** Parses JSON in UTF-8. Returns undefined if the bytes are anything else. */
function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
