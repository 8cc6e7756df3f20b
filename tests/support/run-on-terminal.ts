import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/** The control character that a terminal sends for Ctrl-C. */
export const CTRL_C = '\u0003';
/** The control character that deletes what is typed. */
export const CTRL_U = '\u0015';
/** The keys that a terminal sends for the arrow up. */
export const UP = '\u001b[A';
/** The keys that a terminal sends for the arrow down. */
export const DOWN = '\u001b[B';

/** Runs the built program on a real terminal. Types the keys of each answer once its question is on the screen. */
export function runOnTerminal(
  args: string[],
  answers: [question: string, keys: string][],
  folder: string,
  env: NodeJS.ProcessEnv = {},
): { code: number; screen: string } {
  const { stdout, stderr, status } = spawnSync('python3', [resolve('tests/support/run-on-terminal.py')], {
    input: JSON.stringify({ command: [process.execPath, resolve('dist/cli.js'), ...args], folder, answers }),
    env: { ...process.env, SOURCE_DATE_EPOCH: '', ...env },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as { code: number; screen: string };
}
