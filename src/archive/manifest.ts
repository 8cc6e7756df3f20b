import * as z from 'zod';
import { VERSION_PATTERN } from '../model/edition.js';

const hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('a SHA-256, in lower case hexadecimal digits')
  .meta({ examples: ['e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'] });
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('a day as YYYY-MM-DD')
  .meta({ examples: ['2009-04-02'] });
const version = z
  .string()
  .regex(VERSION_PATTERN)
  .describe('the version: a string, since 1.10 comes after 1.9; those before 1.0 are drafts')
  .meta({ examples: ['0.2', '1.0', '1.10'] });
const size = z
  .number()
  .int()
  .min(0)
  .describe('its size in bytes')
  .meta({ examples: [152304] });
const lastDay = day.nullable().describe('the last day; null where no period is laid down');

/** What an issued version is, what it was made from and with: `manifest.json` in its folder. */
export const manifestSchema = z
  .strictObject({
    format: z.literal('committee-papers-manifest-1').describe('the format of this file'),
    paper: z
      .strictObject({
        id: z
          .string()
          .describe('its name in the project')
          .meta({ examples: ['tp-thematic-performance'] }),
        number: z
          .string()
          .describe('its report number')
          .meta({ examples: ['8', '12a'] }),
        title: z.string().meta({ examples: ['TP thematic performance report'] }),
        author: z.string().describe('in whose name it is tabled'),
        quarter: z
          .string()
          .describe('the quarter that it reports on')
          .meta({ examples: ['2008-09-q3'] }),
        language: z.string().meta({ examples: ['en-GB'] }),
      })
      .describe('the paper'),
    authority: z.string().meta({ examples: ['Metropolitan Police Authority'] }),
    committee: z.strictObject({
      id: z.string().meta({ examples: ['sop'] }),
      name: z.string().meta({ examples: ['Strategic and Operational Policing Committee'] }),
    }),
    meeting: day.describe('the date of the meeting'),
    version,
    status: z.enum(['draft', 'final']).describe('drafts carry the draft mark on every page'),
    note: z
      .string()
      .nullable()
      .describe('what has changed since the version before')
      .meta({ examples: ['Table 2: the figure for Brent is corrected.'] }),
    madeAt: z.iso
      .datetime()
      .describe('the date that its files carry')
      .meta({ examples: ['2009-04-02T00:00:00.000Z'] }),
    previous: z
      .strictObject({ version, manifest: hash.describe("the SHA-256 of that version's manifest.json") })
      .nullable()
      .describe(
        'the version before: each manifest holds the hash of the one before, so that they form a chain',
      ),
    retention: z
      .strictObject({
        publishedOn: day
          .nullable()
          .describe('the day on which it was published; null where it is not stated'),
        inspectReportUntil: lastDay.describe('the last day on which the public may inspect the report'),
        inspectBackgroundPapersUntil: lastDay.describe(
          'the last day on which the public may inspect its background papers',
        ),
      })
      .describe('how long it is open to inspection'),
    switchedOff: z
      .array(z.strictObject({ rule: z.string(), reason: z.string() }))
      .describe('rules that this paper does not keep, and why not')
      .meta({ examples: [[{ rule: 'shares-add-up', reason: 'The source rounds each share.' }]] }),
    tool: z
      .strictObject({
        name: z.string().meta({ examples: ['committee-papers'] }),
        version: z.string().meta({ examples: ['0.1.0'] }),
        program: hash.describe(
          'of its own code: versions of one number can differ while it is being written',
        ),
        node: z.string().meta({ examples: ['20.19.0'] }),
        zlib: z
          .string()
          .describe('what compressed the files')
          .meta({ examples: ['1.3.1'] }),
        libraries: z.record(z.string(), z.string()).meta({ examples: [{ pdfmake: '0.3.11' }] }),
      })
      .describe('what made it: the same tool makes the same bytes from the same sources'),
    content: hash.describe(
      'of what the paper says and how it looks, without what names its edition: two versions that say the same have it alike',
    ),
    inputs: z
      .array(
        z.strictObject({
          path: z.string().meta({ examples: ['data/2008-09-q3/survey.yaml'] }),
          bytes: size,
          sha256: hash,
        }),
      )
      .describe('every file that it was made from, sorted by path; sources.zip holds them'),
    outputs: z
      .array(
        z.strictObject({
          name: z.string().meta({ examples: ['tp-thematic-performance.pdf'] }),
          bytes: size,
          sha256: hash,
        }),
      )
      .describe('every file in this folder besides this one, sorted by name'),
  })
  .describe('An issued version of a paper: what it is, what it was made from, and with what');

export type Manifest = z.infer<typeof manifestSchema>;

export const MANIFEST = 'manifest.json';

/** The file's bytes. Keys stand in the schema's order, so that one manifest has one form. */
export function encodeManifest(manifest: Manifest): Uint8Array {
  return Buffer.from(`${JSON.stringify(manifestSchema.parse(manifest), null, 2)}\n`, 'utf8');
}

/** Reads a manifest. Null, with what is wrong in one sentence, where the bytes are none. */
export function parseManifest(
  bytes: Uint8Array,
): { manifest: Manifest; fault: null } | { manifest: null; fault: string } {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return { manifest: null, fault: 'the manifest is cut short or no JSON' };
  }
  const read = manifestSchema.safeParse(value);
  if (read.success) return { manifest: read.data, fault: null };
  const { path = [], message = '' } = read.error.issues[0] ?? {};
  return {
    manifest: null,
    fault: `the manifest does not fit its schema at ${path.join('.') || 'its top'}: ${message}`,
  };
}
