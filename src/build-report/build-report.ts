import * as z from 'zod';
import { hash } from '../schema/hash.js';

const count = z.number().int().min(0);
const period = z.string().meta({ examples: ['2008-09-q3'] });
const id = z.string().meta({ examples: ['performance-report'] });

/** The schema of the report that `papers build --report` writes: the program, the project, and the hash of every output. */
export const buildReportSchema = z
  .strictObject({
    format: z.literal('committee-papers-build-report-1').describe('the format of this file'),
    tool: z
      .strictObject({
        name: z.string().meta({ examples: ['committee-papers'] }),
        version: z.string().meta({ examples: ['0.1.0'] }),
        program: hash.describe('the SHA-256 of the program: builds with one version number can differ'),
        node: z.string().meta({ examples: ['20.19.0'] }),
        zlib: z
          .string()
          .describe('the version of zlib, which compresses the files')
          .meta({ examples: ['1.3.1'] }),
      })
      .describe('the program that built the papers'),
    shard: z
      .strictObject({ number: count.min(1), of: count.min(1) })
      .nullable()
      .describe('the part of the papers that was built; null if all were built, or after merging'),
    period: period.nullable().describe('the only period that was asked for; null for the whole project'),
    madeAt: z.iso
      .datetime()
      .nullable()
      .describe('the date from --made-at or SOURCE_DATE_EPOCH; null if each paper states its own'),
    project: z
      .strictObject({
        papers: z
          .array(z.strictObject({ period, paper: id }))
          .describe('all papers to build, those of other shards included, in the order of the shards'),
        inputs: z
          .array(
            z.strictObject({
              path: z.string().meta({ examples: ['data/2008-09-q3/survey.yaml'] }),
              sha256: hash.nullable().describe('null if the file cannot be read'),
            }),
          )
          .describe('all files that papers are made from, sorted by path'),
        issued: z
          .array(z.string().meta({ examples: ['performance/2009-04-02/08-performance-report/v1.0'] }))
          .describe('the versions in the archive: a working copy names the one before it'),
      })
      .describe('the project as this build saw it'),
    papers: z
      .array(
        z.strictObject({
          period,
          paper: id,
          result: z
            .enum(['built', 'failed'])
            .describe('failed: an error prevented the build, or its files could not be written'),
          errors: count.describe('the errors that the build found; a paper with errors cannot be issued'),
          warnings: count,
          outputs: z
            .array(
              z.strictObject({
                name: z.string().meta({ examples: ['performance-report.pdf'] }),
                bytes: count,
                sha256: hash,
              }),
            )
            .describe("the files of the paper's folder, sorted by name; none if the build failed"),
        }),
      )
      .describe('the papers of this shard, in the order of the project'),
  })
  .describe('The papers that one run of `papers build --all` built, for comparing and merging');

/** A report of one run, or of several runs after merging. */
export type BuildReport = z.infer<typeof buildReportSchema>;

/** Encodes a report. The keys are in the schema's order, so that equal reports have equal bytes. */
export function encodeBuildReport(report: BuildReport): string {
  return `${JSON.stringify(buildReportSchema.parse(report), null, 2)}\n`;
}
