import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome } from '../build-paper.js';
import type { Problem } from '../model/problem.js';
import { describeProblems } from '../report/describe-problems.js';
import type { Options } from './command.js';

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
