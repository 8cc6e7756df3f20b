import type { Argument, Command, Option } from 'commander';
import { join } from 'node:path';
import { ARCHIVE, listVersions } from '../archive/list-versions.js';
import { findProject } from '../inputs/project/find-project.js';
import { listPapers, listPeriods } from '../inputs/project/list-papers.js';
import { readAgenda } from '../inputs/project/read-agenda.js';
import { compareVersions } from '../model/edition.js';

/** A word that the user may mean. */
interface Candidate {
  word: string;
  description?: string;
}

/** The words that fit at a place of the command line. */
interface Candidates {
  list: Candidate[];
  /** Lets the shell complete the names of files if no candidate fits. */
  allowsFiles?: boolean;
}

/** The last line if files may stand there. */
const FILES = ':files';

/** The script for PowerShell writes an empty word so. */
const EMPTY = '""';

/** Completes the last of the words. Returns a line for each candidate: the word, a tab and a description. */
export function completeWords(program: Command, words: string[]): string[] {
  const last = words.at(-1) ?? '';
  const current = last === EMPTY ? '' : last;
  const { list, allowsFiles = false } = findCandidates(program, words.slice(0, -1), current);
  const lines = list
    .filter(({ word }) => word.startsWith(current))
    .map(({ word, description = '' }) => `${word}\t${description}`);
  return allowsFiles ? [...lines, FILES] : lines;
}

function findCandidates(program: Command, before: string[], current: string): Candidates {
  const { command, values, option } = readWords(program, before);
  const project = readProject(before);
  if (option) return listValues(option, option.long?.slice(2) ?? '', values, project);
  if (current.startsWith('-')) return { list: listOptions(command, before) };
  if (command === program || command.name() === 'help')
    return { list: values.length > 0 ? [] : listCommands(program) };
  const argument = command.registeredArguments[values.length];
  if (!argument || (command.name() === 'new' && argument.name() === 'period')) return { list: [] };
  return listValues(argument, argument.name(), values, project);
}

/** The words before the one to complete, as the program reads them. */
interface ReadWords {
  command: Command;
  /** The values of the command's arguments. */
  values: string[];
  /** The option whose value comes next. */
  option: Option | undefined;
}

function readWords(program: Command, words: string[]): ReadWords {
  let read: ReadWords = { command: program, values: [], option: undefined };
  for (const word of words) {
    const { command, values, option } = read;
    const subcommand = command === program ? findCommand(program, word) : undefined;
    if (option) read = { command, values, option: undefined };
    else if (word.startsWith('-')) read = { command, values, option: findOptionWithValue(command, word) };
    else if (subcommand) read = { command: subcommand, values, option };
    else read = { command, values: [...values, word], option };
  }
  return read;
}

function findCommand(program: Command, name: string): Command | undefined {
  return program
    .createHelp()
    .visibleCommands(program)
    .find((command) => command.name() === name);
}

function findOptionWithValue(command: Command, word: string): Option | undefined {
  return command.options.find(
    (option) => [option.short, option.long].includes(word) && (option.required || option.optional),
  );
}

function listCommands(program: Command): Candidate[] {
  const commands = program.createHelp().visibleCommands(program);
  return commands.map((command) => ({ word: command.name(), description: command.description() }));
}

/** Lists the options of a command that the line does not have yet. */
function listOptions(command: Command, before: string[]): Candidate[] {
  const options = command.createHelp().visibleOptions(command);
  return options
    .filter(({ long }) => long !== undefined && !before.includes(long))
    .map(({ long = '', description }) => ({ word: long, description }));
}

/** The data of a project that completion uses. Each list is read only on request. */
interface Project {
  root: string;
  listPapers: () => ReturnType<typeof listPapers>;
}

/** Finds the project that the line names or the current folder is in. */
function readProject(words: string[]): Project {
  const at = words.indexOf('--root');
  const root = (at >= 0 ? words[at + 1] : undefined) ?? findProject('.') ?? '.';
  return { root, listPapers: () => listPapers(root) };
}

/** Lists the values of an argument or an option, by its choices or else by its name. */
function listValues(
  { argChoices }: Pick<Argument | Option, 'argChoices'>,
  name: string,
  values: string[],
  { root, listPapers }: Project,
): Candidates {
  if (argChoices) return toCandidates(argChoices);
  const listPeriodsWithPapers = (): Set<string> => new Set(listPapers().map(({ period }) => period));
  switch (name) {
    case 'period':
      return toCandidates(listPeriodsWithPapers());
    case 'from':
      return toCandidates(listPeriods(root).map(({ id }) => id));
    case 'paper': {
      const papers = listPapers();
      const inPeriod = papers.filter(({ period }) => values.includes(period));
      return toCandidates(new Set((inPeriod.length > 0 ? inPeriod : papers).map(({ paper }) => paper)));
    }
    case 'meeting':
      return { list: listMeetings(root) };
    case 'before':
    case 'after':
      return {
        ...toCandidates(['working', ...listPeriodsWithPapers(), ...listIssued(root)]),
        allowsFiles: true,
      };
    case 'what':
      return { ...toCandidates(['all', ...listIssued(root)]), allowsFiles: true };
    case 'root':
    case 'output':
    case 'report':
      return { list: [], allowsFiles: true };
    default:
      return { list: [] };
  }
}

function listMeetings(root: string): Candidate[] {
  const meetings = readAgenda(root).value?.meetings ?? [];
  return meetings.map(({ id, committee }) => ({ word: id, description: committee.name }));
}

/** Lists the versions that any paper has in the archive. */
function listIssued(root: string): string[] {
  const names = listVersions(join(root, ARCHIVE)).map((folder) => folder.slice(folder.lastIndexOf('/') + 2));
  return [...new Set(names)].sort(compareVersions);
}

function toCandidates(words: Iterable<string>): Candidates {
  return { list: [...words].map((word) => ({ word })) };
}
