import { isError, formatPlace, type Problem } from '../model/problem.js';

/** Finds a line of a file; undefined where it cannot be shown. */
type LineOf = (file: string, line: number) => string | undefined;

/**
 * Problems as a person reads them: place, severity and rule; what was found; the line with the place marked; what was
 * expected; a hint. In the order of files and lines, with a count at the end.
 */
export function describeProblems(problems: Problem[], lineOf: LineOf): string {
  const unique = inOrder(problems);
  return [...unique.map((problem) => describe(problem, lineOf)), count(unique)].join('\n\n');
}

/** Each problem once, in the order of files and lines. */
export function inOrder(problems: Problem[]): Problem[] {
  return [...new Map(problems.map((one) => [JSON.stringify(one), one])).values()].sort(byPlace);
}

function byPlace({ place: a }: Problem, { place: b }: Problem): number {
  if (!a || !b) return a ? 1 : b ? -1 : 0;
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}

function describe({ severity, rule, message, place, expected, hint }: Problem, lineOf: LineOf): string {
  const where = place ? `${formatPlace(place)}: ` : '';
  const lines = [`${where}${severity}: ${message}  [${rule}]`];
  const source = place ? lineOf(place.file, place.line) : undefined;
  if (place && source !== undefined && source.trim() !== '')
    lines.push(...excerpt(source, place.line, place.column));
  if (expected) lines.push(`    expected: ${expected}`);
  if (hint) lines.push(`    hint: ${hint}`);
  return lines.join('\n');
}

const WIDEST = 100;
/** What has no width of its own, or another one in every terminal. */
const UNSEEN = /[\u0000-\u001f\u007f-\u00a0\u00ad\u200b\u2028-\u202e\u2060-\u2069\ue000-\uf8ff\ufeff]/g;

/** The line with a caret under the place. A long line is cut round it; what would move the caret is made plain. */
function excerpt(source: string, line: number, column: number): string[] {
  const from = Math.max(0, column - 60);
  const plain = source.replace(/\r$/, '').replace(UNSEEN, '·');
  const shown =
    (from > 0 ? '…' : '') + plain.slice(from, from + WIDEST) + (plain.length > from + WIDEST ? '…' : '');
  const gutter = `${line} | `;
  const offset = gutter.length + column - 1 - from + (from > 0 ? 1 : 0);
  return [`    ${gutter}${shown}`, `    ${' '.repeat(offset)}^`];
}

function count(problems: Problem[]): string {
  const errors = problems.filter(isError).length;
  const of = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;
  return `${of(errors, 'error')}, ${of(problems.length - errors, 'warning')}`;
}

const DISK: Record<string, string> = {
  EACCES: 'may not be opened: ask for the right to read and write there',
  EPERM: 'may not be written: is it open in another program?',
  EROFS: 'lies on a disk that cannot be written',
  ENOSPC: 'does not fit: the disk is full',
  EDQUOT: 'does not fit: your share of the disk is full',
  EFBIG: 'does not fit: no file may be as large here',
  ENOTDIR: '(or something above it) is a file where a folder is needed',
  EEXIST: 'is in the way',
  EBUSY: 'is open in another program',
};

/** What a full disk or a missing right means, in a sentence. Null for what is not the disk's fault. */
export function explainDiskError(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return null;
  const words = DISK[String(error.code)];
  if (words === undefined) return null;
  const path = 'path' in error ? String(error.path).replace(ASIDE, '') : 'the output';
  return `${path} ${words}. What was there before is as it was.`;
}

/** The folder that output is first written to, beside its place: no author knows it. */
const ASIDE = /[\\/]\.[^\\/]*-[\w]{6}([\\/].*)?$/;
