import { type Command, InvalidArgumentError } from 'commander';

/** What the program's exit code says. */
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

/** What to do where there is no project. */
export const WHERE_TO_RUN = "Run it in the project's folder, or name that with --root.";

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
