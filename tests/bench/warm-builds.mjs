/**
 * Builds papers one after the other in this process. Prints the milliseconds of each, and those of the last one's stages:
 * node warm-builds.mjs ROOT...
 */
import { build } from 'esbuild';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BUNDLE, canvasInside, LIBRARY_FILES, oneCopy, rawText } from '../../scripts/build-settings.mjs';
import { writeFaceTables } from '../../scripts/write-face-tables.mjs';
import { PAPER, PERIOD } from './neutral-paper.mjs';

const work = mkdtempSync(resolve('dist', 'warm-'));
for (const { from, to } of LIBRARY_FILES) cpSync(from, join(work, to));
await writeFaceTables(join(work, 'fonts'));
const outfile = join(work, 'build-paper.cjs');
await build({
  ...BUNDLE,
  entryPoints: ['src/build-paper.ts'],
  outfile,
  outExtension: {},
  plugins: [rawText, oneCopy, canvasInside],
});
const { buildPaper } = await import(pathToFileURL(outfile).href);
const times = [];
let stages = [];
for (const root of process.argv.slice(2)) {
  const started = performance.now();
  stages = [];
  const { state } = await buildPaper({
    root,
    period: PERIOD,
    paper: PAPER,
    madeAt: null,
    edition: () => ({ version: null, after: null, note: null }),
    onStage: (name) => void stages.push({ name, at: performance.now() }),
  });
  if (state !== 'built') throw new Error(`the paper is ${state}`);
  const ended = performance.now();
  times.push(ended - started);
  stages = stages.map(({ name, at }, n) => ({
    stage: name,
    ms: Math.round((stages[n + 1]?.at ?? ended) - at),
  }));
}
rmSync(work, { recursive: true });
console.log(JSON.stringify({ times, stages }));
