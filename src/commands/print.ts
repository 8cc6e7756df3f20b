import { readFile } from '../inputs/read-file.js';
import type { Inputs } from '../model/inputs.js';
import type { Problem } from '../model/problem.js';
import { describeProblems, repeatErrors } from '../report/describe-problems.js';
import type { ProblemStyle } from '../report/problem-style.js';
import type { Options } from './command.js';
import { createPaint } from './create-paint.js';
import { formatPath } from './format-path.js';

/** Problems, with the inputs that they were found in. */
export interface ProblemReport {
  problems: Problem[];
  /** Null if no inputs were read. */
  inputs: Inputs | null;
}

/**
 * Returns a function that rewrites one line of progress; an empty line removes it. It is a no-op unless standard error is a
 * terminal. A line that is wider than the terminal is cut, because a wrapped line could not be removed.
 */
export function createProgressLine({ json }: Pick<Options, 'json'>): (line: string) => void {
  const { stderr } = process;
  if (!stderr.isTTY || json || process.env['TERM'] === 'dumb') return () => undefined;
  const paint = createPaint(stderr);
  return (line) => {
    const width = (stderr.columns || 80) - 1;
    const visible = line.length > width ? `${line.slice(0, width - 1)}…` : line;
    stderr.write(`\r\u001b[K${visible === '' ? '' : paint('dim', visible)}`);
  };
}

/** The path and the lines of a file outside the project. */
interface LineSource {
  formatFile: ProblemStyle['formatFile'];
  findLine: (file: string, line: number) => string | undefined;
}

export function printProblems(
  report: ProblemReport,
  root: string,
  { isFull = false, source }: { isFull?: boolean; source?: LineSource } = {},
): void {
  const { problems } = report;
  if (problems.length === 0) return;
  const style = { ...createStyle(root), ...(source && { formatFile: source.formatFile }) };
  const findLine = source?.findLine ?? createLineReader(report, root);
  process.stderr.write(`${describeProblems(problems, findLine, { isFull, style })}\n`);
}

const COLOURS = { error: 'red', warning: 'yellow' } as const;

/** Returns the style of problems on standard error, with paths that the user can open. */
function createStyle(root: string): ProblemStyle {
  const paint = createPaint(process.stderr);
  return {
    formatFile: (file) => formatPath(root, file),
    paintSeverity: (severity, text) => paint(['bold', COLOURS[severity]], text),
    paintFaint: (text) => paint('dim', text),
  };
}

/** Prints why there is no result: the errors again, if warnings stand below them, and then a sentence. */
export function printFailure(problems: Problem[], sentence: string, root: string): void {
  const errors = repeatErrors(problems, createStyle(root));
  if (errors !== '') process.stderr.write(`\n${errors}`);
  print(sentence);
}

/** Returns a function that finds a line of a file, in the inputs as they were read or else on the disk. */
export function createLineReader(
  { inputs }: Pick<ProblemReport, 'inputs'>,
  root: string,
): (file: string, line: number) => string | undefined {
  const texts = new Map(inputs?.files.map(({ path, text }) => [path, text]));
  const lines = new Map<string, string[]>();
  return (file, line) => {
    if (/\.xls[xm]$/i.test(file)) return undefined; // a workbook has no lines
    if (!texts.has(file)) texts.set(file, readFile(root, file, decodeLeniently).value?.text ?? '');
    if (!lines.has(file)) lines.set(file, (texts.get(file) ?? '').split('\n'));
    return lines.get(file)?.[line - 1];
  };
}

/** Decodes a text in an unknown encoding, because the line is only shown. */
function decodeLeniently(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

export function printJson(value: { problems?: Problem[]; [key: string]: unknown }): void {
  print(JSON.stringify(value, null, 2));
}
