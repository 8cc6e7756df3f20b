import { InvalidArgumentError } from 'commander';
import type { Shard } from '../build-report/select-shard.js';
import type { BuildAllOptions } from './build-all.js';
import type { BuildOneOptions } from './build-one.js';
import { UsageError, addPaperArguments, makeWatchOption, type Register } from './command.js';

const EXAMPLES = `
Examples:
  papers build                  the newest paper
  papers build 2008-09-q3       the paper of a period
  papers build --strict         nothing if the paper could not be issued
  papers build --format docx    with a Word document to send round
  papers build --watch          again each time you save a file`;

interface BuildOptions extends BuildAllOptions, BuildOneOptions {
  all?: boolean;
  watch?: boolean;
}

export const registerBuild: Register = (program, finish) => {
  addPaperArguments(program.command('build').description('build a paper into output/<period>/<paper>/'))
    .option('--all', 'build all papers of the project, or of the period')
    .option('--jobs <number>', 'with --all: the papers to build at the same time', parseJobs)
    .option('--shard <i/n>', 'build the i-th of n parts of all papers: 1/3, 2/3 or 3/3', parseShard)
    .option('--report <file>', 'with --all or --shard: write the hash of every output to this file (JSON)')
    .option(
      '--format <docx>',
      'make a Word document too, with the PDF, the page and the figures',
      parseFormat,
    )
    .option('--strict', 'build nothing if a check finds an error')
    .addOption(makeWatchOption('build again each time you save a file'))
    .addHelpText('after', EXAMPLES)
    .action(async (period: string | undefined, paper: string | undefined, options: BuildOptions) => {
      if (isForMany(paper, options)) finish(await buildMany(period, options));
      else finish(await buildOne(period, paper, options));
    });
};

/** Returns true if the user wants all papers or a shard of them. Throws UsageError for options that contradict each other. */
function isForMany(paper: string | undefined, options: BuildOptions): boolean {
  const { all, jobs, shard, report, strict, watch } = options;
  const isMany = all === true || shard !== undefined;
  if (isMany && (strict || watch))
    throw new UsageError(`${strict ? '--strict' : '--watch'} is for one paper: leave out --all and --shard`);
  if (isMany && paper !== undefined)
    throw new UsageError(`name the paper ${paper}, or build ${all ? '--all' : 'a --shard'}: not both`);
  if (!isMany && jobs !== undefined) throw new UsageError('--jobs is for many papers: add --all');
  if (!isMany && report !== undefined) throw new UsageError('--report is for many papers: add --all');
  return isMany;
}

/** Builds one paper, or builds it at each save. */
async function buildOne(
  period: string | undefined,
  paper: string | undefined,
  options: BuildOptions,
): Promise<number> {
  const { buildOnce, watchBuild } = await import('./build-one.js');
  return (options.watch ? watchBuild : buildOnce)(period, paper, options);
}

async function buildMany(period: string | undefined, options: BuildAllOptions): Promise<number> {
  const { buildAll } = await import('./build-all.js');
  return buildAll(period, options);
}

function parseFormat(text: string): 'docx' {
  if (text !== 'docx')
    throw new InvalidArgumentError(
      'The PDF, the page and the figures are always made. Write docx for a Word document.',
    );
  return text;
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
