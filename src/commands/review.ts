import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { replaceFile } from '../disk/replace-file.js';
import { readInputs } from '../inputs/read-inputs.js';
import type { Inputs } from '../model/inputs.js';
import { groupBy } from '../model/group-by.js';
import { suggestName } from '../model/suggest-name.js';
import type { Unreviewed } from '../model/unreviewed.js';
import { formatCount } from '../format/words.js';
import { formatPlace } from '../model/problem.js';
import { formatTable } from '../report/format-table.js';
import { markReviewed } from '../roll-forward/mark-reviewed.js';
import { addCommonOptions, HAS_ERRORS, SUCCESS, UsageError, type Register } from './command.js';
import { findRequestedPaper } from './find-requested-paper.js';
import { print, printJson, printProblems } from './print.js';
import { reviewWordFile, type WordReviewOptions } from './review-word-file.js';

const EXAMPLES = `
Examples:
  papers review                            what is still to be read, by group
  papers review summary-text next-steps    these paragraphs have been read and are right
  papers review --all-in complaints          all paragraphs of a group, or all rows of a data set
  papers review returned.docx              the tracked changes and comments of a Word file that came back
  papers review returned.docx --accept 1,3-5

Each name is removed from the list "unreviewed:" of its file. Nothing marks a whole paper: read each group first.`;

interface ReviewOptions extends WordReviewOptions {
  allIn?: string;
}

/** An entry to be read, with the group that it belongs to. */
interface Entry extends Unreviewed {
  group: string;
}

export const registerReview: Register = (program, finish) => {
  addCommonOptions(
    program
      .command('review')
      .description('review paragraphs carried over, or a Word file that came back with tracked changes'),
  )
    .argument(
      '[labels...]',
      'the labels of paragraphs, or the names of rows, that are right; or a Word file, with a period and a paper',
    )
    .option('--all-in <group>', 'all that is unreviewed in this group of narrative, or in this data set')
    .option('--period <period>', 'such as 2008-09-q4 (default: the newest)')
    .option('--paper <paper>', 'such as performance-report (default: the only one)')
    .option('--accept <numbers>', 'apply changes of the Word file, such as 1,3-5 or all')
    .option('--interactive', 'ask about each change of the Word file')
    .option('--dry-run', 'change no file: say what --accept would apply')
    .addHelpText('after', EXAMPLES)
    .action(async (labels: string[], options: ReviewOptions) => {
      const [file = '', period = options.period, paper = options.paper] = labels;
      const named = {
        ...options,
        ...(period !== undefined && { period }),
        ...(paper !== undefined && { paper }),
      };
      finish(isWordFile(file) ? await reviewWordFile(file, named) : review(labels, options));
    });
};

/** Old and foreign files are refused with what to do. A label has no ending. */
function isWordFile(name: string): boolean {
  return /\.(?:doc[xm]?|odt|rtf)$/i.test(name);
}

function review(labels: readonly string[], options: ReviewOptions): number {
  const { root, json = false } = options;
  const chosen = findRequestedPaper(options.period, options.paper, options);
  const { value: inputs, problems } = readInputs(root, chosen.period, chosen.paper);
  if (!inputs) {
    if (json) printJson({ reviewed: [], left: [], problems });
    else printProblems({ problems, inputs: null }, root);
    return HAS_ERRORS;
  }
  const entries = listUnreviewed(inputs);
  const reviewed = chooseEntries(labels, options.allIn, entries);
  for (const [file, inFile] of groupBy(reviewed, ({ listPlace }) => listPlace.file)) {
    const path = join(root, file);
    const names = inFile.map(({ name }) => name);
    replaceFile(path, Buffer.from(markReviewed(readFileSync(path, 'utf8').replace(/^\ufeff/, ''), names)));
  }
  const left = entries.filter((entry) => !reviewed.includes(entry));
  if (json) printJson({ reviewed: reviewed.map(toJson), left: left.map(toJson) });
  else print(describe(reviewed, left));
  return SUCCESS;
}

/** Lists what was carried over: paragraphs by their group of narrative, and rows by their data set. */
function listUnreviewed({ paper, dataSets, period }: Inputs): Entry[] {
  const paragraphs = paper.unreviewed.map((entry) => ({
    ...entry,
    group: paper.narrative.find(({ entries }) => entries.some(({ label }) => label === entry.name))?.id ?? '',
  }));
  const rows = dataSets
    .filter((set) => set.period === period)
    .flatMap(({ id, unreviewed }) => unreviewed.map((entry) => ({ ...entry, group: id })));
  return [...paragraphs, ...rows];
}

/** Chooses the entries that the user names. Throws UsageError for a name that is not on a list, and then nothing is changed. */
function chooseEntries(
  labels: readonly string[],
  group: string | undefined,
  entries: readonly Entry[],
): Entry[] {
  const names = entries.map(({ name }) => name);
  for (const label of labels)
    if (!names.includes(label))
      throw new UsageError(explain(`"${label}" is not under unreviewed:`, label, names));
  const groups = [...new Set(entries.map((entry) => entry.group))];
  if (group !== undefined && !groups.includes(group))
    throw new UsageError(explain(`nothing is unreviewed in "${group}"`, group, groups));
  return entries.filter((entry) => labels.includes(entry.name) || entry.group === group);
}

function explain(message: string, name: string, known: readonly string[]): string {
  return [message, suggestName(name, known) ?? '`papers review` lists what is unreviewed.'].join('\n');
}

function describe(reviewed: readonly Entry[], left: readonly Entry[]): string {
  if (reviewed.length === 0 && left.length === 0)
    return 'Everything that was carried over has been reviewed.';
  if (reviewed.length === 0) return describeLeft(left);
  return [
    `Marked as reviewed: ${reviewed.map(({ name }) => name).join(', ')}`,
    left.length === 0
      ? 'Everything that was carried over has been reviewed.'
      : `${formatCount(left.length, 'entry is', 'entries are')} left. \`papers review\` lists them.`,
  ].join('\n');
}

function describeLeft(left: readonly Entry[]): string {
  const rows = [...groupBy(left, ({ group }) => group)].flatMap(([group, entries]) =>
    entries.map(({ name, place }, index) => [index === 0 ? group : '', name, formatPlace(place)]),
  );
  return [
    formatTable(['Group', 'Unreviewed', 'Place'], rows),
    '',
    `${formatCount(left.length, 'entry', 'entries')} to read. When a group is right: papers review --all-in ${left[0]?.group ?? ''}`,
  ].join('\n');
}

function toJson({ name, group, place }: Entry): object {
  return { name, group, place };
}
