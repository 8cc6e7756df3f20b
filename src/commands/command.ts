import { type Command, InvalidArgumentError } from 'commander';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Order, Outcome } from '../build-paper.js';
import { listPapers, type PaperOnFile } from '../inputs/list-papers.js';
import { WORKING, type Edition } from '../model/edition.js';
import type { Inputs } from '../model/inputs.js';
import { didYouMean } from '../model/did-you-mean.js';
import type { Problem } from '../model/problem.js';
import type { Press } from '../press/press.js';
import { describeProblems } from '../report/describe-problems.js';

export const GOOD = 0;
export const FAULTS = 1;
export const WRONG_USE = 2;
export const OUR_BUG = 70;

export interface Options {
  root: string;
  json?: boolean;
  madeAt?: Date;
}

/** Adds a command to the program. What it runs gives the exit code to `done`. */
export type Register = (program: Command, done: (exitCode: number) => void) => void;

/** Wrong use of the command line: exit code 2. */
export class WrongUse extends Error {}

/** The options that every command has. */
export function common(command: Command): Command {
  return command
    .option('--root <folder>', 'the folder that holds data/ and templates/', '.')
    .option('--json', 'print one JSON object, for other programs');
}

/** A command on one paper. */
export function onPaper(command: Command): Command {
  return common(command)
    .argument('[quarter]', 'such as 2008-09-q3; the newest unless said')
    .argument('[paper]', 'such as tp-thematic-performance; the only one unless said')
    .option('--made-at <date>', 'the date that the files carry, as YYYY-MM-DD', readDate);
}

export async function run(
  quarter: string | undefined,
  paper: string | undefined,
  options: Options,
  want: Order['want'],
  edition: (inputs: Inputs) => Edition = () => WORKING,
  press?: Press,
): Promise<{ chosen: PaperOnFile; outcome: Outcome; milliseconds: Record<string, number> }> {
  const { madeAt, ...chosen } = chosenPaper(quarter, paper, options);
  const progress = watching(options);
  const timings: { name: string; at: number }[] = [];
  const { buildPaper } = await import('../build-paper.js');
  const outcome = await buildPaper({
    root: options.root,
    ...(press && { press }),
    ...chosen,
    madeAt,
    edition,
    want,
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

/** The paper that is meant, and the date that its files are to carry. */
export function chosenPaper(
  quarter: string | undefined,
  paper: string | undefined,
  { root, madeAt }: Options,
): PaperOnFile & Pick<Order, 'madeAt'> {
  return { ...choose(quarter, paper, root), madeAt: madeAt ?? sourceDateEpoch() };
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
  return [`there is no ${what} called "${name}"`, `On file: ${known.join(', ')}`, didYouMean(name, known)]
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
export function watching({ json }: Options): (line: string) => void {
  if (!process.stderr.isTTY || json) return () => undefined;
  return (line) => process.stderr.write(`\r\u001b[K${line}`);
}

export function printProblems(outcome: Pick<Outcome, 'problems' | 'inputs'>, root: string): void {
  const { problems } = outcome;
  if (problems.length > 0) process.stderr.write(`${describeProblems(problems, linesOf(outcome, root))}\n`);
}

/** Finds the lines that problems lie in: as they were read, and on the disk where a file was not. */
export function linesOf(
  { inputs }: Pick<Outcome, 'inputs'>,
  root: string,
): (file: string, line: number) => string | undefined {
  const texts = new Map(inputs?.files.map(({ path, text }) => [path, text]));
  return (file, line) => {
    if (!texts.has(file)) texts.set(file, tryRead(join(root, file)));
    return texts.get(file)?.split('\n')[line - 1];
  };
}

function tryRead(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  } catch {
    return '';
  }
}

export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

export function printJson(value: { problems?: Problem[]; [key: string]: unknown }): void {
  print(JSON.stringify(value, null, 2));
}
