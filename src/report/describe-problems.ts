import { formatNumber } from '../format/numbers.js';
import { formatCount } from '../format/words.js';
import { groupBy } from '../model/group-by.js';
import type { Severity } from '../model/rule.js';
import { isError, formatPlace, removeDuplicates, type Place, type Problem } from '../model/problem.js';
import { PLAIN, type ProblemStyle } from './problem-style.js';

/** Finds a line of a file. Returns undefined if the line cannot be shown. */
type FindLine = (file: string, line: number) => string | undefined;

/** A rule with more problems than this prints them as a group. */
const MOST_SINGLE = { error: 10, warning: 3 } satisfies Record<Severity, number>;
/** The warnings of a group that are listed, unless the user asks for all. */
const MOST_LISTED = 10;
/** The errors of a group that are listed of each file: a column of 10,000 cells may be wrong in each. */
const MOST_LISTED_IN_FILE = 20;

interface Options {
  /** Prints each problem with its line, and no groups. */
  isFull?: boolean;
  style?: ProblemStyle;
}

/**
 * Formats problems for people: place, severity, message and rule; the line with the place marked; what was expected; a hint.
 * Errors come first. Many problems of one rule are a group. A count is at the end.
 */
export function describeProblems(
  problems: Problem[],
  lineOf: FindLine,
  { isFull = false, style = PLAIN }: Options = {},
): string {
  const unique = sortProblems(problems);
  const blocks = [...groupByRule(unique).values()].flatMap((group) =>
    !isFull && group.length > MOST_SINGLE[group[0].severity]
      ? [describeGroup(group, style)]
      : group.map((problem) => describeProblem(problem, lineOf, style)),
  );
  return [...blocks, countProblems(unique)].join('\n\n');
}

/** Removes duplicates. Errors come first; then by file and line. */
export function sortProblems(problems: Problem[]): Problem[] {
  return removeDuplicates(problems).sort(
    (a, b) => Number(isError(b)) - Number(isError(a)) || compareByPlace(a, b),
  );
}

/** Repeats the errors in a line for each rule, because warnings below them may have pushed them off the screen. */
export function repeatErrors(problems: Problem[], style: ProblemStyle = PLAIN): string {
  const errors = sortProblems(problems).filter(isError);
  if (errors.length === 0 || errors.length === problems.length) return '';
  const lines = [...groupByRule(errors).values()].map(
    ([first, ...others]) =>
      formatHeadline(first, style) + (others.length > 0 ? ` and ${others.length} more` : ''),
  );
  return `Fix ${errors.length === 1 ? 'this error' : 'these errors'} first:\n  ${lines.join('\n  ')}\n`;
}

type Group = [Problem, ...Problem[]];

function groupByRule(problems: readonly Problem[]): Map<string, Group> {
  return groupBy(problems, ({ severity, rule }) => `${severity} ${rule}`);
}

/** Formats the problems of one rule: a line for each, and advice that they share once. */
function describeGroup(group: Group, style: ProblemStyle): string {
  const [{ severity, rule, message: first }] = group;
  const isShared = new Set(group.map(({ message }) => message)).size === 1;
  const listed = severity === 'error' ? listByFile(group, style) : listFirst(group, MOST_LISTED);
  return [
    `${style.paintSeverity(severity, formatCount(group.length, severity))} of one rule${isShared ? `: ${first}` : ''}  ${formatRule(rule, style)}`,
    ...listed.map((entry) => (typeof entry === 'string' ? entry : formatEntry(entry, isShared, style))),
    ...listShared(group, 'expected', ({ expected }) => expected),
    ...listShared(group, 'hint', ({ hint }) => hint),
  ].join('\n    ');
}

function formatEntry({ place, message }: Problem, isShared: boolean, style: ProblemStyle): string {
  return [place ? formatPlaceIn(place, style) : '', isShared ? '' : message]
    .filter((part) => part)
    .join(': ');
}

/** Lists the first errors of each file, and the number of the others. */
function listByFile(group: Group, { formatFile }: ProblemStyle): (Problem | string)[] {
  return [...groupBy(group, ({ place }) => place?.file)].flatMap(([file, errors]) =>
    listFirst(errors, MOST_LISTED_IN_FILE, file === undefined ? '' : ` in ${formatFile(file)}`),
  );
}

/** Lists the first problems, and the number of the others. One more problem is as short as its number. */
function listFirst(problems: readonly Problem[], most: number, where = ''): (Problem | string)[] {
  const left = problems.length - most;
  if (left <= 1) return [...problems];
  return [
    ...problems.slice(0, most),
    `and ${formatNumber(left)} more${where}: papers check --full prints each`,
  ];
}

/** Lists advice that all problems of a group share. */
function listShared(
  group: Problem[],
  name: string,
  find: (problem: Problem) => string | undefined,
): string[] {
  const [advice, ...others] = new Set(group.map(find));
  return advice === undefined || others.length > 0 ? [] : [`${name}: ${advice}`];
}

function compareByPlace({ place: a }: Problem, { place: b }: Problem): number {
  if (!a || !b) return a ? 1 : b ? -1 : 0;
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}

function describeProblem(problem: Problem, lineOf: FindLine, style: ProblemStyle): string {
  const { severity, place, expected, hint } = problem;
  const lines = [formatHeadline(problem, style)];
  const source = place ? lineOf(place.file, place.line) : undefined;
  if (place && source !== undefined && source.trim() !== '') {
    const { gutter, text, offset } = cutExcerpt(source, place);
    lines.push(`    ${style.paintFaint(gutter)}${text}`);
    lines.push(`    ${' '.repeat(offset)}${style.paintSeverity(severity, '^')}`);
  }
  if (expected) lines.push(`    expected: ${expected}`);
  if (hint) lines.push(`    hint: ${hint}`);
  return lines.join('\n');
}

function formatHeadline({ severity, rule, message, place }: Problem, style: ProblemStyle): string {
  const where = place ? `${formatPlaceIn(place, style)}: ` : '';
  return `${where}${style.paintSeverity(severity, `${severity}:`)} ${message}  ${formatRule(rule, style)}`;
}

function formatPlaceIn(place: Place, { formatFile }: ProblemStyle): string {
  return formatPlace({ ...place, file: formatFile(place.file) });
}

function formatRule(rule: string, { paintFaint }: ProblemStyle): string {
  return paintFaint(`[${rule}]`);
}

/** The longest excerpt of a line, in characters. */
const MAX_EXCERPT = 100;
/** Characters without a width, or with a different width in each terminal. */
const INVISIBLE = /[\u0000-\u001f\u007f-\u00a0\u00ad\u200b\u2028-\u202e\u2060-\u2069\ue000-\uf8ff\ufeff]/g;

/** A line of a file as it is shown: its number, its text, and the column of the caret under the place. */
interface Excerpt {
  gutter: string;
  text: string;
  offset: number;
}

/** Cuts a long line around the place. Invisible characters become dots. */
function cutExcerpt(source: string, { line, column, part }: Place): Excerpt {
  const from = Math.max(0, column - 60);
  const plain = source.replace(/\r$/, '').replace(INVISIBLE, '·');
  const text =
    (from > 0 ? '…' : '') +
    plain.slice(from, from + MAX_EXCERPT) +
    (plain.length > from + MAX_EXCERPT ? '…' : '');
  const gutter = part === undefined ? `${line} | ` : '| ';
  return { gutter, text, offset: gutter.length + column - 1 - from + (from > 0 ? 1 : 0) };
}

function countProblems(problems: Problem[]): string {
  const errors = problems.filter(isError).length;
  return `${formatCount(errors, 'error')}, ${formatCount(problems.length - errors, 'warning')}`;
}
