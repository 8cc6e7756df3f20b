import * as z from 'zod';
import { hash } from '../schema/hash.js';
import { day } from '../schema/iso-day.js';
import { VERSION_PATTERN } from '../model/edition.js';
import { PDF_STANDARDS, STANDARD_SETS } from '../model/pdf-standards.js';

const version = z
  .string()
  .regex(VERSION_PATTERN)
  .describe('the version, as a string because 1.10 comes after 1.9; versions before 1.0 are drafts')
  .meta({ examples: ['0.2', '1.0', '1.10'] });
const size = z
  .number()
  .int()
  .min(0)
  .describe('the size in bytes')
  .meta({ examples: [152304] });
/** Files of a version are read, moved and removed by these names, so that no name may lead out of its folder. */
const fileName = z.string().regex(/^[a-z0-9][a-z0-9.-]*$/);
const lastDay = day.nullable().describe('the last day; null if the project sets no period');

const CHANGED_FIGURE = {
  label: 'Satisfaction',
  period: '2008/09 Q3',
  before: '64%',
  after: '63%',
  reason: 'New value in data/2008-09-q3/survey.yaml, line 12 (Northmere Residents Survey)',
  where: ['paragraph 3', 'Table 1'],
};

const changedFigure = z.strictObject({
  label: z.string().meta({ examples: [CHANGED_FIGURE.label] }),
  period: z
    .string()
    .nullable()
    .describe('the period that it describes; null if it has none')
    .meta({ examples: [CHANGED_FIGURE.period] }),
  before: z
    .string()
    .describe('the old value, as printed')
    .meta({ examples: [CHANGED_FIGURE.before] }),
  after: z
    .string()
    .describe('the new value, as printed')
    .meta({ examples: [CHANGED_FIGURE.after] }),
  reason: z
    .string()
    .describe('why it changed')
    .meta({ examples: [CHANGED_FIGURE.reason] }),
  where: z
    .array(z.string())
    .describe('the parts of the paper that print it')
    .meta({ examples: [CHANGED_FIGURE.where] }),
});

/** The schema of `manifest.json`: the identity of an issued version, its sources and the program that built it. */
export const manifestSchema = z
  .strictObject({
    format: z.literal('committee-papers-manifest-1').describe('the format of this file'),
    paper: z
      .strictObject({
        id: z
          .string()
          .describe('the name of the paper in the project')
          .meta({ examples: ['performance-report'] }),
        number: z
          .string()
          .describe('the report number')
          .meta({ examples: ['8', '12a'] }),
        title: z.string().meta({ examples: ['Performance report'] }),
        author: z.string().describe('the author or officer who tables the paper'),
        period: z
          .string()
          .describe('the period that the paper reports on')
          .meta({ examples: ['2008-09-q3'] }),
        language: z.string().meta({ examples: ['en-GB'] }),
      })
      .describe('the paper'),
    authority: z.string().meta({ examples: ['Northmere Borough Council'] }),
    committee: z.strictObject({
      id: z.string().meta({ examples: ['performance'] }),
      name: z.string().meta({ examples: ['Performance Committee'] }),
    }),
    meeting: day.describe('the date of the meeting'),
    version,
    status: z.enum(['draft', 'final']).describe('drafts carry the draft mark on every page'),
    note: z
      .string()
      .nullable()
      .describe('the changes since the previous version')
      .meta({ examples: ['Table 2: the figure for Brent is corrected.'] }),
    madeAt: z.iso
      .datetime()
      .describe('the date that is written in the files')
      .meta({ examples: ['2009-04-02T00:00:00.000Z'] }),
    previous: z
      .strictObject({
        version,
        manifest: hash.describe("the SHA-256 of the previous version's manifest.json"),
      })
      .nullable()
      .describe(
        'the previous version; each manifest contains the hash of its predecessor, so they form a chain',
      ),
    openToInspection: z
      .strictObject({
        publishedOn: day.nullable().describe('the day of publication; null if the paper does not state it'),
        inspectReportUntil: lastDay.describe('the last day on which the public may inspect the report'),
        inspectBackgroundPapersUntil: lastDay.describe(
          'the last day on which the public may inspect its background papers',
        ),
      })
      .describe('the period in which the public may inspect the paper'),
    standards: z
      .array(z.enum(PDF_STANDARDS))
      .describe('the standards that the PDF claims; versions of earlier programs claim ua-1 and a-3a')
      .meta({ examples: [[...STANDARD_SETS['PDF 1.7']]] })
      .exactOptional(),
    switchedOff: z
      .array(z.strictObject({ rule: z.string(), reason: z.string() }))
      .describe('the rules that the paper switched off, each with its reason')
      .meta({ examples: [[{ rule: 'shares-add-up', reason: 'The source rounds each share.' }]] }),
    tool: z
      .strictObject({
        name: z.string().meta({ examples: ['committee-papers'] }),
        version: z.string().meta({ examples: ['0.1.0'] }),
        program: hash.describe(
          'the SHA-256 of the program, because builds with one version number can differ',
        ),
        node: z.string().meta({ examples: ['20.19.0'] }),
        zlib: z
          .string()
          .describe('the version of zlib, which compressed the files')
          .meta({ examples: ['1.3.1'] }),
        libraries: z.record(z.string(), z.string()).meta({ examples: [{ pdfmake: '0.3.11' }] }),
      })
      .describe(
        'the program that built the version; the same program makes the same bytes from the same sources',
      ),
    content: hash.describe(
      'the SHA-256 of content and design without the edition, equal for versions that say the same',
    ),
    changes: z
      .strictObject({
        since: version.describe(
          'the version that this one is compared with: the newest before it with the same status',
        ),
        page: fileName
          .describe('the file of this folder that shows every change')
          .meta({ examples: ['changes.html'] }),
        summary: z
          .array(z.string())
          .describe('the counts of changes by kind; empty if a reader would find no difference')
          .meta({ examples: [['1 paragraph reworded', '2 figures changed']] }),
        figures: z
          .strictObject({
            count: z
              .int()
              .min(0)
              .describe('the number of figures that changed')
              .meta({ examples: [2] }),
            listed: z
              .array(changedFigure)
              .describe('the first of them; the page lists all')
              .meta({ examples: [[CHANGED_FIGURE]] }),
          })
          .describe('the figures that changed; none are known if the words of two PDFs were compared'),
      })
      .describe('the changes since an earlier version; absent if there is none to compare with')
      .exactOptional(),
    inputs: z
      .array(
        z.strictObject({
          path: z.string().meta({ examples: ['data/2008-09-q3/survey.yaml'] }),
          bytes: size,
          sha256: hash,
          original: z
            .strictObject({ bytes: size, sha256: hash })
            .describe(
              'the spreadsheet as the author saved it; the sources hold the cells that the paper uses',
            )
            .exactOptional(),
        }),
      )
      .describe('all source files, sorted by path; sources.zip contains them'),
    outputs: z
      .array(
        z.strictObject({
          name: fileName.meta({ examples: ['performance-report.pdf'] }),
          bytes: size,
          sha256: hash,
        }),
      )
      .describe('all other files in this folder, sorted by name'),
  })
  .describe('An issued version of a paper: its identity, its sources and the program that built it');

/** The facts of an issued version, as `manifest.json` states them. */
export type Manifest = z.infer<typeof manifestSchema>;

export const MANIFEST = 'manifest.json';

/** Encodes a manifest. The keys are in the schema's order, so that equal manifests have equal bytes. */
export function encodeManifest(manifest: Manifest): Uint8Array {
  return Buffer.from(`${JSON.stringify(manifestSchema.parse(manifest), null, 2)}\n`, 'utf8');
}
