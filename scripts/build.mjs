/**
 * Bundles the program, its workers and the browser's scripts into dist/. Then runs the program once, which writes V8's code
 * cache for later runs.
 */
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import {
  BUNDLE,
  COLOUR_PROFILE,
  oneCopy,
  OUTSIDE,
  PRESS_LIBRARIES,
  rawText,
  withoutSourceMaps,
} from './build-settings.mjs';

rmSync('dist', { recursive: true, force: true }); // V8 might accept the code cache of an earlier build
const readable = {
  outdir: 'dist',
  sourcemap: 'linked',
  minifyWhitespace: true, // names stay, so that stack traces can be read
  minifySyntax: true,
};
await build({
  ...BUNDLE,
  ...readable,
  entryPoints: { program: 'src/program.ts' },
  external: [...OUTSIDE, ...PRESS_LIBRARIES],
  plugins: [rawText, withoutSourceMaps],
});
await build({
  ...BUNDLE,
  ...readable,
  entryPoints: { 'press-worker': 'src/press/press-worker.ts' },
  external: OUTSIDE,
  plugins: [rawText, oneCopy],
});
await build({
  ...readable,
  entryPoints: {
    cli: 'src/cli.ts',
    'start-press-worker': 'src/start/start-press-worker.ts',
    'pdf-reader': 'src/archive/verify/pdf-reader.ts',
  },
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: BUNDLE.target,
  external: OUTSIDE,
  logLevel: 'error',
});
await build({
  entryPoints: {
    'preview-page': 'src/preview/page/preview-page.ts',
    'pdf-worker': 'pdfjs-dist/legacy/build/pdf.worker.mjs',
  },
  outdir: 'dist',
  bundle: true,
  format: 'esm',
  platform: 'browser',
  plugins: [rawText],
  minifyWhitespace: true,
  target: 'es2023',
  logLevel: 'error',
});

mkdirSync('dist/data');
copyFileSync(COLOUR_PROFILE, join('dist/data', basename(COLOUR_PROFILE)));

const root = mkdtempSync(join(tmpdir(), 'papers-build-'));
for (const folder of ['data', 'templates'].filter(existsSync))
  cpSync(folder, join(root, folder), { recursive: true });
const { status, stderr } = spawnSync(process.execPath, ['dist/cli.js', 'build', '--root', root], {
  env: { ...process.env, PAPERS_WRITE_CODE_CACHE: 'yes' },
  encoding: 'utf8',
});
rmSync(root, { recursive: true, force: true });
// Errors in the paper, or no paper at all, do not fail the build. A crash does.
if (status === null || status === 70) throw new Error(`the program was built but does not run:\n${stderr}`);
