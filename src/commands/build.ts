import { InvalidArgumentError } from 'commander';
import { join } from 'node:path';
import type { Shard } from '../build-report/select-shard.js';
import { replaceFolder } from '../disk/replace-folder.js';
import { createLowMemoryPress } from '../press/low-memory-press.js';
import { WorkerPress } from '../press/worker-press.js';
import { formatPath } from './format-path.js';
import { runOnPaper } from './run-on-paper.js';
import type { BuildAllOptions } from './build-all.js';
import {
  HAS_ERRORS,
  SUCCESS,
  UsageError,
  addPaperArguments,
  type Options,
  type Register,
} from './command.js';
import { print, printFailure, printJson, printProblems } from './print.js';
import { createWorkingEdition } from './create-working-edition.js';

interface BuildOptions extends BuildAllOptions {
  all?: boolean;
}

export const registerBuild: Register = (program, finish) => {
  addPaperArguments(program.command('build').description('build a paper into output/<quarter>/<paper>/'))
    .option('--all', 'build all papers of the project, or of the quarter')
    .option('--jobs <number>', 'with --all: the papers to build at the same time', parseJobs)
    .option('--shard <i/n>', 'build the i-th of n parts of all papers: 1/3, 2/3 or 3/3', parseShard)
    .option('--report <file>', 'with --all or --shard: write the hash of every output to this file (JSON)')
    .action(async (quarter: string | undefined, paper: string | undefined, options: BuildOptions) => {
      finish(
        await (isForMany(paper, options) ? buildMany(quarter, options) : build(quarter, paper, options)),
      );
    });
};

/** Returns true if the user wants all papers or a shard of them. Throws UsageError for options that contradict each other. */
function isForMany(paper: string | undefined, { all, jobs, shard, report }: BuildOptions): boolean {
  const isMany = all === true || shard !== undefined;
  if (isMany && paper !== undefined)
    throw new UsageError(`name the paper ${paper}, or build ${all ? '--all' : 'a --shard'}: not both`);
  if (!isMany && jobs !== undefined) throw new UsageError('--jobs is for many papers: add --all');
  if (!isMany && report !== undefined) throw new UsageError('--report is for many papers: add --all');
  return isMany;
}

async function buildMany(quarter: string | undefined, options: BuildAllOptions): Promise<number> {
  const { buildAll } = await import('./build-all.js');
  return buildAll(quarter, options);
}

function parseJobs(text: string): number {
  const jobs = Number(text);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > MOST_JOBS)
    throw new InvalidArgumentError(`Write a whole number from 1 to ${MOST_JOBS}.`);
  return jobs;
}

/** The most jobs. Each takes the memory of a worker. */
const MOST_JOBS = 256;

function parseShard(text: string): Shard {
  const [, number = 0, of = 0] = (/^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []).map(Number);
  if (number < 1 || number > of)
    throw new InvalidArgumentError('Write the part and the number of parts: 1/3, 2/3 or 3/3.');
  return { number, of };
}

async function build(
  quarter: string | undefined,
  paper: string | undefined,
  options: Options,
): Promise<number> {
  // Starts first: loading its libraries takes as long as reading the paper.
  const press = createLowMemoryPress(new WorkerPress());
  const { chosen, result, milliseconds } = await runOnPaper(quarter, paper, options, async (request) => {
    const { buildPaper } = await import('../build-paper.js');
    return buildPaper({ ...request, edition: createWorkingEdition(options.root), press });
  });
  const isBuilt = result.state === 'built';
  const folder = join('output', chosen.quarter, chosen.paper);
  if (isBuilt) {
    await press.stop(); // a failed build does not wait for a press that is still loading
    replaceFolder(join(options.root, folder), result.files);
  }
  const names = isBuilt ? result.files.map(({ name }) => name) : [];
  const files = names.map((name) => `${folder}/${name}`.replaceAll('\\', '/'));
  if (options.json) printJson({ ...chosen, built: isBuilt, files, problems: result.problems, milliseconds });
  else {
    printProblems(result, options.root);
    if (isBuilt) print(files.map((file) => `made ${formatPath(options.root, file)}`).join('\n'));
    else printFailure(result.problems, NOTHING_BUILT, options.root);
  }
  return isBuilt ? SUCCESS : HAS_ERRORS;
}

const NOTHING_BUILT = 'Nothing was built. The files of your last build are unchanged.';
