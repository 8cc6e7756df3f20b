import { formatCount } from '../format/words.js';
import { isError, formatPlace, removeDuplicates, type Problem } from '../model/problem.js';

/** Finds a line of a file. Returns undefined if the line cannot be shown. */
type FindLine = (file: string, line: number) => string | undefined;

/**
 * Formats problems for people: place, severity, message and rule; the line with the place marked; what was expected; a hint.
 * Sorted by file and line, with a count at the end.
 */
export function describeProblems(problems: Problem[], lineOf: FindLine): string {
  const unique = sortProblems(problems);
  return [...unique.map((problem) => describeProblem(problem, lineOf)), countProblems(unique)].join('\n\n');
}

/** Removes duplicates and sorts by file and line. */
export function sortProblems(problems: Problem[]): Problem[] {
  return removeDuplicates(problems).sort(compareByPlace);
}

function compareByPlace({ place: a }: Problem, { place: b }: Problem): number {
  if (!a || !b) return a ? 1 : b ? -1 : 0;
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}

function describeProblem(
  { severity, rule, message, place, expected, hint }: Problem,
  lineOf: FindLine,
): string {
  const where = place ? `${formatPlace(place)}: ` : '';
  const lines = [`${where}${severity}: ${message}  [${rule}]`];
  const source = place ? lineOf(place.file, place.line) : undefined;
  if (place && source !== undefined && source.trim() !== '')
    lines.push(...formatExcerpt(source, place.line, place.column));
  if (expected) lines.push(`    expected: ${expected}`);
  if (hint) lines.push(`    hint: ${hint}`);
  return lines.join('\n');
}

/** The longest excerpt of a line, in characters. */
const MAX_EXCERPT = 100;
/** Characters without a width, or with a different width in each terminal. */
const INVISIBLE = /[\u0000-\u001f\u007f-\u00a0\u00ad\u200b\u2028-\u202e\u2060-\u2069\ue000-\uf8ff\ufeff]/g;

/** Shows the line with a caret under the place. A long line is cut around it; invisible characters become dots. */
function formatExcerpt(source: string, line: number, column: number): string[] {
  const from = Math.max(0, column - 60);
  const plain = source.replace(/\r$/, '').replace(INVISIBLE, '·');
  const visible =
    (from > 0 ? '…' : '') +
    plain.slice(from, from + MAX_EXCERPT) +
    (plain.length > from + MAX_EXCERPT ? '…' : '');
  const gutter = `${line} | `;
  const offset = gutter.length + column - 1 - from + (from > 0 ? 1 : 0);
  return [`    ${gutter}${visible}`, `    ${' '.repeat(offset)}^`];
}

function countProblems(problems: Problem[]): string {
  const errors = problems.filter(isError).length;
  return `${formatCount(errors, 'error')}, ${formatCount(problems.length - errors, 'warning')}`;
}

const DISK_ERRORS: Record<string, string> = {
  EACCES: 'cannot be opened: ask for permission to read and write there',
  EPERM: 'cannot be written: is it open in another program?',
  EROFS: 'is on a read-only disk',
  ENOSPC: 'cannot be written: the disk is full',
  EDQUOT: 'cannot be written: your disk quota is used up',
  EFBIG: 'cannot be written: the file is larger than this disk allows',
  ENOTDIR: '(or a folder above it) is a file, but a folder is needed there',
  EEXIST: 'already exists and is in the way',
  EBUSY: 'is open in another program',
};

/** Explains a disk error, such as a full disk, in a sentence. Returns null for other errors. */
export function explainDiskError(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return null;
  const words = DISK_ERRORS[String(error.code)];
  if (words === undefined) return null;
  const path = 'path' in error ? String(error.path).replace(TEMPORARY_FOLDER, '') : 'the output';
  return `${path} ${words}. Existing files are unchanged.`;
}

/** The temporary folder that output is written to first. Users do not know it, so messages omit it. */
const TEMPORARY_FOLDER = /[\\/]\.[^\\/]*-[\w]{6}([\\/].*)?$/;
