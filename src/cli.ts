#!/usr/bin/env node
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFolder } from './archive/replace-folder.js';
import { buildPaper, type Outcome } from './build-paper.js';
import { listPapers, type PaperOnFile } from './inputs/list-papers.js';
import { didYouMean } from './model/did-you-mean.js';
import { isError, type Problem } from './model/problem.js';
import { describeProblems, explainDiskError } from './report/describe-problems.js';
import { staleBuild } from './report/stale-build.js';

const GOOD = 0;
const FAULTS = 1;
const WRONG_USE = 2;
const OUR_BUG = 70;

const EXAMPLES = `
Examples:
  papers build                                     the newest paper on file
  papers build 2008-09-q3                          that quarter's paper
  papers build 2008-09-q3 tp-thematic-performance
  papers check                                     what is wrong with it, without building
  papers list                                      every paper on file

Exit codes: 0 good; 1 faults in the author's files; 2 wrong use; 70 a fault of ours.`;

interface Options {
  root: string;
  json?: boolean;
  madeAt?: Date;
}

/** Wrong use of the command line: exit code 2. */
class WrongUse extends Error {}

async function main(argv: string[]): Promise<number> {
  const stale = staleBuild(import.meta.url);
  if (stale) throw new WrongUse(stale);
  let exitCode = GOOD;
  const program = new Command('papers')
    .description('Makes committee papers from YAML data and Handlebars templates.')
    .version(version())
    .addHelpText('after', EXAMPLES)
    .showHelpAfterError('(papers --help shows what there is)')
    .exitOverride();
  const common = (command: Command): Command =>
    command
      .option('--root <folder>', 'the folder that holds data/ and templates/', '.')
      .option('--json', 'print one JSON object, for other programs');
  const onPaper = (command: Command): Command =>
    common(command)
      .argument('[quarter]', 'such as 2008-09-q3; the newest unless said')
      .argument('[paper]', 'such as tp-thematic-performance; the only one unless said')
      .option('--made-at <date>', 'the date that the files carry, as YYYY-MM-DD', readDate);

  onPaper(program.command('build').description('build a paper into output/<quarter>/<paper>/')).action(
    async (quarter: string | undefined, paper: string | undefined, options: Options) => {
      exitCode = await build(quarter, paper, options);
    },
  );
  onPaper(program.command('check').description('say what is wrong with a paper, without building it')).action(
    async (quarter: string | undefined, paper: string | undefined, options: Options) => {
      exitCode = await check(quarter, paper, options);
    },
  );
  common(program.command('list').description('list the papers on file')).action((options: Options) => {
    list(options);
  });
  await program.parseAsync(argv);
  return exitCode;
}

async function build(
  quarter: string | undefined,
  paper: string | undefined,
  options: Options,
): Promise<number> {
  const { chosen, outcome, milliseconds } = await run(quarter, paper, options, true);
  const folder = join('output', chosen.quarter, chosen.paper);
  const done = outcome.files.length > 0;
  if (done) replaceFolder(join(options.root, folder), outcome.files);
  const files = outcome.files.map(({ name }) => `${folder}/${name}`.replaceAll('\\', '/'));
  if (options.json) printJson({ ...chosen, built: done, files, problems: outcome.problems, milliseconds });
  else {
    printProblems(outcome, options.root);
    print(
      done
        ? files.map((file) => `made ${file}`).join('\n')
        : 'Nothing was built; what was there before is as it was.',
    );
  }
  return done ? GOOD : FAULTS;
}

async function check(
  quarter: string | undefined,
  paper: string | undefined,
  options: Options,
): Promise<number> {
  const { chosen, outcome } = await run(quarter, paper, options, false);
  if (options.json) printJson({ ...chosen, problems: outcome.problems });
  else {
    printProblems(outcome, options.root);
    if (outcome.problems.length === 0) print(`${chosen.quarter} ${chosen.paper}: nothing is wrong`);
  }
  return outcome.problems.some(isError) ? FAULTS : GOOD;
}

function list(options: Options): void {
  const papers = listPapers(options.root);
  if (options.json) printJson({ papers });
  else if (papers.length === 0) print('No papers are on file: data/ holds no quarter with a paper in it.');
  else print(papers.map(({ quarter, paper }) => `${quarter}  ${paper}`).join('\n'));
}

async function run(
  quarter: string | undefined,
  paper: string | undefined,
  options: Options,
  render: boolean,
): Promise<{ chosen: PaperOnFile; outcome: Outcome; milliseconds: Record<string, number> }> {
  const chosen = choose(quarter, paper, options.root);
  const progress = watching(options);
  const timings: { name: string; at: number }[] = [];
  const outcome = await buildPaper({
    root: options.root,
    ...chosen,
    madeAt: options.madeAt ?? sourceDateEpoch(),
    render,
    onStage: (name) => {
      timings.push({ name, at: performance.now() });
      progress(`${chosen.quarter} ${chosen.paper}: ${name} …`);
    },
  });
  timings.push({ name: 'done', at: performance.now() });
  progress('');
  const milliseconds = Object.fromEntries(
    timings
      .slice(0, -1)
      .map(({ name, at }, index) => [name, Math.round((timings[index + 1]?.at ?? at) - at)]),
  );
  return { chosen, outcome, milliseconds };
}

/** The paper that is meant: the newest where nothing is said. */
function choose(quarter: string | undefined, paper: string | undefined, root: string): PaperOnFile {
  const papers = listPapers(root);
  const quarters = [...new Set(papers.map((one) => one.quarter))];
  if (papers.length === 0)
    throw new WrongUse(
      `no papers are on file in ${join(root, 'data')}\nRun it in the project's folder, or name that with --root.`,
    );
  const wanted = quarter ?? quarters.at(-1);
  const here = papers.filter((one) => one.quarter === wanted);
  if (here.length === 0) throw new WrongUse(unknown('quarter with a paper', wanted ?? '', quarters));
  const names = here.map((one) => one.paper);
  if (paper === undefined && here.length > 1)
    throw new WrongUse(`${wanted ?? ''} has several papers: name one of ${names.join(', ')}`);
  const found = paper === undefined ? here[0] : here.find((one) => one.paper === paper);
  if (!found) throw new WrongUse(unknown(`paper in ${wanted ?? ''}`, paper ?? '', names));
  return found;
}

function unknown(what: string, name: string, known: string[]): string {
  return [`there is no ${what} called "${name}"`, `There is ${known.join(', ')}.`, didYouMean(name, known)]
    .filter((line) => line !== undefined)
    .join('\n');
}

function readDate(text: string): Date {
  const date = new Date(`${text}T00:00:00Z`);
  if (
    !/^\d{4}-\d{2}-\d{2}$/.test(text) ||
    Number.isNaN(date.getTime()) ||
    !date.toISOString().startsWith(text)
  )
    throw new InvalidArgumentError('It is not a day as YYYY-MM-DD.');
  return date;
}

/** The convention of reproducible builds: seconds since 1970 in the environment. */
function sourceDateEpoch(): Date | null {
  const seconds = process.env['SOURCE_DATE_EPOCH'];
  if (seconds === undefined || seconds === '') return null;
  if (!/^\d{1,11}$/.test(seconds))
    throw new WrongUse(`SOURCE_DATE_EPOCH is "${seconds}", not a number of seconds`);
  return new Date(Number(seconds) * 1000);
}

/** A line that is written over at each stage, when a person is watching; nothing otherwise. */
function watching({ json }: Options): (line: string) => void {
  if (!process.stderr.isTTY || json) return () => undefined;
  return (line) => process.stderr.write(`\r\u001b[K${line}`);
}

function printProblems({ problems, inputs }: Outcome, root: string): void {
  if (problems.length === 0) return;
  const texts = new Map(inputs?.files.map(({ path, text }) => [path, text]));
  const lineOf = (file: string, line: number): string | undefined => {
    if (!texts.has(file)) texts.set(file, tryRead(join(root, file)));
    return texts.get(file)?.split('\n')[line - 1];
  };
  process.stderr.write(`${describeProblems(problems, lineOf)}\n`);
}

function tryRead(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function version(): string {
  const { version: text } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  return text;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function printJson(value: { problems?: Problem[]; [key: string]: unknown }): void {
  print(JSON.stringify(value, null, 2));
}

/** Exit codes, and what is said, by who can mend it: the author, the caller, the machine's keeper, or we. */
function fail(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? GOOD : WRONG_USE;
  if (error instanceof WrongUse) {
    process.stderr.write(`papers: ${error.message}\n`);
    return WRONG_USE;
  }
  const disk = explainDiskError(error);
  if (disk !== null) {
    process.stderr.write(`papers: ${disk}\n`);
    return FAULTS;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(
    `papers: this is a fault of ours, not of your files. Please report it with these lines:\n${stack}\n`,
  );
  return OUR_BUG;
}

process.exitCode = await main(process.argv).catch(fail);
