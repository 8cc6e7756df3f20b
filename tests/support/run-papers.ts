import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { runInWorker } from './run-in-worker.js';

export interface Run {
  code: number | null;
  out: string;
  err: string;
}

interface RunOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** A program to run in a process of its own. */
  program?: string;
}

/**
 * Runs the built program with the arguments that a user types. Without `program`, it runs in a worker thread of this process,
 * which is several times as fast: the program is loaded once for all commands of a test file.
 */
export function runPapers(args: string[], { cwd = '.', env = {}, program }: RunOptions = {}): Run {
  const environment = {
    ...process.env,
    SOURCE_DATE_EPOCH: '',
    FORCE_COLOR: undefined,
    NO_COLOR: undefined,
    ...env,
  };
  if (program === undefined) return runInWorker({ args, env: environment, cwd });
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve(program), ...args], {
    cwd,
    env: environment,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

/** A copy of a project folder that a test can change. `change` edits one of its files. */
export interface Copy {
  root: string;
  change: (path: string, edit: (text: string) => string) => void;
  write: (path: string, content: string | Uint8Array) => void;
  remove: () => void;
}

export function copyProject(from: string): Copy {
  const root = mkdtempSync(join(tmpdir(), 'papers-'));
  for (const folder of ['data', 'templates'])
    cpSync(join(from, folder), join(root, folder), { recursive: true });
  const write = (path: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  };
  return {
    root,
    write,
    change: (path, edit) => {
      const before = readFileSync(join(root, path), 'utf8');
      const after = edit(before);
      if (after === before) throw new Error(`the edit did not change ${path}`);
      write(path, after);
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
