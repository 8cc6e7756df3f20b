/**
 * Measures from what number of papers several jobs pay: `node tests/bench/many-papers.mjs [runs]`. Builds copies of the reference
 * paper with one job, with two, in two shards at the same time, and one by one. Prints seconds (the least of all runs) and
 * their ratio to one job. `npm run build` comes first, and the machine should do nothing else.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeManyPapers } from '../support/stress-projects.mjs';

const QUARTER = '2008-09-q3';
const PAPER = 'tp-thematic-performance';
const runs = Number(process.argv[2] ?? 3);

const run = (args) =>
  new Promise((resolve, reject) => {
    const program = spawn(process.execPath, ['dist/cli.js', ...args], { stdio: 'ignore' });
    program.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`exit code ${code}: ${args.join(' ')}`)),
    );
  });

const WAYS = {
  'one job': (root) => run(['build', '--all', '--jobs', '1', '--root', root]),
  'two jobs': (root) => run(['build', '--all', '--jobs', '2', '--root', root]),
  'two shards': (root) =>
    Promise.all([1, 2].map((n) => run(['build', '--shard', `${n}/2`, '--jobs', '1', '--root', root]))),
  'one by one': async (root, count) => {
    for (let n = 0; n < count; n++)
      await run(['build', QUARTER, n === 0 ? PAPER : `${PAPER}-copy-${n}`, '--root', root]);
  },
};

console.log(['papers', ...Object.keys(WAYS)].join('\t'));
for (const count of [1, 2, 3, 4, 8]) {
  const root = mkdtempSync(join(tmpdir(), 'papers-bench-'));
  writeManyPapers(root, { count: count - 1 });
  const least = Object.fromEntries(Object.keys(WAYS).map((way) => [way, Infinity]));
  for (let turn = 0; turn < runs; turn++)
    for (const [way, build] of Object.entries(WAYS)) {
      const start = performance.now();
      await build(root, count);
      least[way] = Math.min(least[way], performance.now() - start);
    }
  const cells = Object.values(least).map(
    (time) => `${(time / 1000).toFixed(1)} s (${(time / least['one job']).toFixed(2)})`,
  );
  console.log([count, ...cells].join('\t'));
  rmSync(root, { recursive: true, force: true });
}
