import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const SPAWN = `
import os, pty, sys
sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))`;

/** Runs the built program in a terminal of its own. Returns everything that the terminal was sent. */
export function runInTerminal(
  args: string[],
  { columns = 80, env = {} }: { columns?: number; env?: NodeJS.ProcessEnv } = {},
): { code: number | null; screen: string } {
  const command = `stty cols ${columns}; exec "$@"`;
  const program = ['sh', '-c', command, 'sh', process.execPath, resolve('dist/cli.js'), ...args];
  const { status, stdout } = spawnSync('python3', ['-c', SPAWN, ...program], {
    env: {
      ...process.env,
      SOURCE_DATE_EPOCH: '',
      TERM: 'xterm-256color',
      CI: undefined, // Node shows no colours on a terminal where CI is set
      FORCE_COLOR: undefined,
      NO_COLOR: undefined,
      ...env,
    },
    encoding: 'utf8',
  });
  return { code: status, screen: stdout.replaceAll('\r\n', '\n') };
}

/** Returns what is left on a line after its carriage returns and erasures. */
export function showScreen(screen: string): string {
  return screen
    .split('\n')
    .map((line) => line.split('\r\u001b[K').at(-1) ?? '')
    .join('\n');
}
