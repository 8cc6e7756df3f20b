import { resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { encodeBuildReport } from '../build-report/build-report.js';
import { selectShard, type Shard } from '../build-report/select-shard.js';
import { replaceFile } from '../disk/replace-file.js';
import { buildPapers, type PaperOutcome } from './build-papers.js';
import { chooseJobs } from './choose-jobs.js';
import { getOutputFolder } from './get-output-folder.js';
import { HAS_ERRORS, INTERNAL_ERROR, SUCCESS, type Options } from './command.js';
import { findRequestedPapers } from './find-requested-paper.js';
import { describeProject, makeBuildReport } from './make-build-report.js';
import { createOutcomePrinter } from './print-outcome.js';
import { createProgressLine, print, printJson } from './print.js';
import { formatOutcomes, getResult } from './format-outcomes.js';

export interface BuildAllOptions extends Options {
  /** The format to write besides the usual ones. */
  format?: 'docx';
  /** The papers to build at the same time. */
  jobs?: number;
  /** The part of the papers to build. Default: all. */
  shard?: Shard;
  /** The file for the report of hashes. */
  report?: string;
}

/** Builds all papers of a period or of the project, or one shard of them. Returns the exit code. */
export async function buildAll(period: string | undefined, options: BuildAllOptions): Promise<number> {
  const { root, shard, report } = options;
  const { papers: all, madeAt } = findRequestedPapers(period, options);
  const papers = shard ? selectShard(all, shard) : all;
  const before = report === undefined ? null : describeProject(root, all);
  const jobs = options.jobs ?? chooseJobs(papers.length);
  const outcomes = await buildAndPrint(
    papers,
    { root, madeAt, jobs, hasWord: options.format === 'docx' },
    options,
  );
  printOutcomes(papers, outcomes, options);
  if (report !== undefined && before !== null) {
    if (!isDeepStrictEqual(before, describeProject(root, all))) {
      process.stderr.write(CHANGED_MEANWHILE);
      return HAS_ERRORS;
    }
    const request = { shard: shard ?? null, period: period ?? null, madeAt, project: before };
    replaceFile(resolve(report), Buffer.from(encodeBuildReport(makeBuildReport(request, outcomes))));
    if (!options.json) print(`made ${report}`);
  }
  return chooseExitCode(outcomes);
}

const CHANGED_MEANWHILE = `papers: files of the project changed while its papers were built. No report was written.
Build again while no author edits the project.
`;

/** Builds the papers. Shows the progress on a terminal, and prints each paper's problems in the order of the papers. */
async function buildAndPrint(
  papers: ReturnType<typeof findRequestedPapers>['papers'],
  build: Parameters<typeof buildPapers>[1],
  options: BuildAllOptions,
): Promise<PaperOutcome[]> {
  const showProgress = createProgressLine(options);
  const printInOrder = createOutcomePrinter(papers, options, () => showProgress(''));
  const done: PaperOutcome[] = [];
  const warnOfSignal = (code: number): void => {
    if (code > 128) process.stderr.write(`\n${describeStop(done, papers.length)}\n`);
  };
  process.once('exit', warnOfSignal);
  const outcomes = await buildPapers(papers, build, {
    onStart: ({ period, paper }) =>
      showProgress(`${done.length} of ${papers.length} papers done: ${period} ${paper} …`),
    onEnd: (outcome) => {
      done.push(outcome);
      printInOrder(outcome);
    },
  });
  process.off('exit', warnOfSignal);
  showProgress('');
  return outcomes;
}

function describeStop(done: PaperOutcome[], of: number): string {
  const built = done.filter(({ files }) => files !== null).length;
  return `Stopped: ${built} of ${of} papers were built. The files of the others are unchanged.`;
}

function printOutcomes(papers: unknown[], outcomes: PaperOutcome[], options: BuildAllOptions): void {
  if (options.json)
    printJson({
      papers: outcomes.map(({ period, paper, files, exemptFiles, problems, failure }) => ({
        period,
        paper,
        built: files !== null,
        files: (files ?? []).map(({ name }) => `${getOutputFolder(period, paper)}/${name}`),
        ...(exemptFiles.length > 0 && {
          exemptFiles: exemptFiles.map(({ name }) => `${getOutputFolder(period, paper, 'exempt')}/${name}`),
        }),
        problems,
        failure: failure?.text ?? null,
      })),
    });
  else if (papers.length === 0) print('This shard has no papers: there are fewer papers than shards.');
  else print(formatOutcomes(outcomes));
}

function chooseExitCode(outcomes: PaperOutcome[]): number {
  if (outcomes.some(({ failure }) => failure?.kind === 'internal')) return INTERNAL_ERROR;
  return outcomes.some((outcome) => getResult(outcome) === 'failed') ? HAS_ERRORS : SUCCESS;
}
