import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Runs a command. Returns its wall time in seconds and its output. Throws if it fails. */
export function measureCommand(command, args, env = {}) {
  const started = performance.now();
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  if (error) throw error;
  if (status !== 0) throw new Error(stderr + stdout);
  return { seconds: (performance.now() - started) / 1000, stdout };
}

/** Runs a program of Node. Returns its peak memory in MB as well. */
export function measureNode(args) {
  const folder = mkdtempSync(join(tmpdir(), 'papers-memory-'));
  const memory = join(folder, 'memory');
  const run = measureCommand(
    process.execPath,
    ['--import', resolve('tests/bench/report-memory.mjs'), ...args],
    { PEAK_MEMORY_FILE: memory },
  );
  const megabytes = Number(readFileSync(memory)) / 1024;
  rmSync(folder, { recursive: true });
  return { ...run, megabytes };
}
