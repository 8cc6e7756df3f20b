import { type Command, InvalidArgumentError, Option } from 'commander';
import { findProject } from '../inputs/project/find-project.js';

/** Exit codes. */
export const SUCCESS = 0;
/** The author's files, or the archive, have errors. */
export const HAS_ERRORS = 1;
export const WRONG_USAGE = 2;
export const INTERNAL_ERROR = 70;

export interface Options {
  /** The project's folder, relative to the current folder or absolute: the user named it, or the program found it. */
  root: string;
  json?: boolean;
  madeAt?: Date;
}

/** Adds a command to the program. The command calls `finish` with its exit code. */
export type Register = (program: Command, finish: (exitCode: number) => void) => void;

/** The command line was used wrongly: exit code 2. The message says what to do. */
export class UsageError extends Error {}

/** Adds the options that every command has. The program has them too, so they can stand before the command. */
export function addCommonOptions(command: Command): Command {
  const options = [
    new Option('--root <folder>', 'the project (default: the current folder or the nearest one above it)'),
    new Option('--json', 'print one JSON object for other programs'),
    new Option('--color', 'print colours (default: if the output is a terminal)'),
    new Option('--no-color', 'print no colours'),
  ];
  for (const option of options) command.addOption(option.helpGroup(COMMON_GROUP));
  return command.addHelpOption(new Option('-h, --help', 'print this help').helpGroup(COMMON_GROUP));
}

/** The heading, in help texts, of the options that every command has. */
export const COMMON_GROUP = 'Options of every command:';

/** Hands the options that stand before the command to the command, and finds the project if the user did not name it. */
export function applyCommonOptions(_program: Command, command: Command): void {
  const { root, json, color } = command.optsWithGlobals<Partial<Options> & { color?: boolean }>();
  command.setOptionValue('root', root ?? findProject('.') ?? '.');
  if (json !== undefined) command.setOptionValue('json', json);
  if (color !== undefined) process.env['FORCE_COLOR'] = color ? '1' : '0'; // what prints asks the environment
}

/** Adds the arguments and options of a command on one paper. */
export function addPaperArguments(command: Command): Command {
  return addCommonOptions(command)
    .argument('[period]', 'such as 2008-09-q3 (default: the newest)')
    .argument('[paper]', 'such as performance-report (default: the only one)')
    .option('--made-at <date>', 'the date in the output files, as YYYY-MM-DD', parseDate);
}

/** Makes the option that runs a command again at each save. */
export function makeWatchOption(description: string): Option {
  return new Option('--watch', `${description}, until you press Ctrl-C`);
}

/** Parses the value of an option that is a day. */
export function parseDate(text: string): Date {
  const date = new Date(`${text}T00:00:00Z`);
  if (
    !/^\d{4}-\d{2}-\d{2}$/.test(text) ||
    Number.isNaN(date.getTime()) ||
    !date.toISOString().startsWith(text)
  )
    throw new InvalidArgumentError('Write a day that exists, as YYYY-MM-DD.');
  return date;
}
