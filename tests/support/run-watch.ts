import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

interface RunningWatch {
  /** Waits until the output has a line that fits, after the place that the last call found. Returns what stands before it. */
  until: (line: RegExp) => Promise<string>;
  /** Stops the command as Ctrl-C does, and returns its exit code. */
  stop: () => Promise<number | null>;
}

/** The longest wait for a line, in milliseconds. Many tests may run at the same time. */
const PATIENCE = 30_000;

/** Starts a command with `--watch` as a user does. */
export function runWatch(args: string[]): RunningWatch {
  const program = spawn(process.execPath, [resolve('dist/cli.js'), ...args, '--watch'], {
    env: { ...process.env, SOURCE_DATE_EPOCH: '', FORCE_COLOR: undefined, NO_COLOR: undefined },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((done) => program.once('exit', done));
  let unread = '';
  const waiting = new Set<() => void>();
  for (const stream of [program.stdout, program.stderr])
    stream.on('data', (chunk) => {
      unread += String(chunk);
      for (const check of waiting) check();
    });
  return {
    until: (line) =>
      new Promise((done, reject) => {
        const timer = setTimeout(() => reject(new Error(`no ${String(line)} in:\n${unread}`)), PATIENCE);
        const check = (): void => {
          const match = line.exec(unread);
          if (!match) return;
          clearTimeout(timer);
          waiting.delete(check);
          const before = unread.slice(0, match.index);
          unread = unread.slice(match.index + match[0].length);
          done(before);
        };
        waiting.add(check);
        check();
      }),
    stop: async () => {
      program.kill('SIGINT');
      return ended;
    },
  };
}
