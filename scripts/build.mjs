/**
 * Bundles the program, its workers and the browser's scripts into dist/, with every file that they read. Then runs the program
 * once, which writes V8's code cache for later runs.
 */
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  BUNDLE,
  canvasInside,
  JOINER_MODULES,
  LIBRARY_FILES,
  modulesOutside,
  nativeInflate,
  PRESS_MODULES,
  oneCopy,
  pdfObjectsOnly,
  rawText,
  TIMESTAMP_MODULE,
  withoutNativeCanvas,
  withoutUnused,
  WORD_MODULE,
  wordOutside,
} from './build-settings.mjs';
import { writeFaceTables } from './write-face-tables.mjs';
import { writeNotices } from './write-notices.mjs';

/** Project folders that `papers init` copies. Each has its place in dist/. */
const PROJECTS = [
  { from: 'src/init/starter', to: 'starter' },
  { from: 'templates/theme/page.css', to: 'starter/templates/theme/page.css' },
  { from: 'data', to: 'examples/tp/data' },
  { from: 'templates', to: 'examples/tp/templates' },
];

rmSync('dist', { recursive: true, force: true }); // V8 might accept the code cache of an earlier build
const readable = {
  outdir: 'dist',
  sourcemap: 'linked',
  minifyWhitespace: true, // names stay, so that stack traces can be read
  minifySyntax: true,
  metafile: true,
  logLevel: 'error',
};
const browser = {
  sourcemap: false,
  bundle: true,
  format: 'esm',
  platform: 'browser',
  plugins: [rawText],
  minifySyntax: false,
  target: 'es2023',
};
const bundles = await Promise.all([
  build({
    ...BUNDLE,
    ...readable,
    entryPoints: { program: 'src/program.ts' },
    plugins: [rawText, modulesOutside, withoutUnused],
  }),
  build({ ...BUNDLE, ...readable, entryPoints: { timestamp: TIMESTAMP_MODULE } }),
  build({
    ...BUNDLE,
    ...readable,
    entryPoints: { word: WORD_MODULE },
    minifyIdentifiers: true, // most of it is a library
  }),
  build({
    ...BUNDLE,
    ...readable,
    stdin: {
      contents: ['src/press/press-worker.ts', ...PRESS_MODULES]
        .map((path) => `export * from './${path}';`)
        .join('\n'),
      resolveDir: '.',
      sourcefile: 'press-worker.ts',
    },
    outdir: undefined,
    outExtension: {},
    outfile: 'dist/press-worker.cjs',
    plugins: [rawText, oneCopy, canvasInside, nativeInflate, withoutUnused, wordOutside],
  }),
  build({
    ...BUNDLE,
    ...readable,
    stdin: {
      contents: JOINER_MODULES.map((path) => `export * from './${path}';`).join('\n'),
      resolveDir: '.',
      sourcefile: 'pdf-joiner.ts',
    },
    outdir: undefined,
    outExtension: {},
    outfile: 'dist/pdf-joiner.cjs',
    minifyIdentifiers: true, // most of it is a library
    plugins: [pdfObjectsOnly],
  }),
  build({
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
    plugins: [withoutNativeCanvas],
  }),
  build({
    ...readable,
    ...browser,
    entryPoints: { 'preview-page': 'src/preview/page/preview-page.ts' },
  }),
  build({
    ...readable,
    ...browser,
    entryPoints: { 'pdf-worker': 'pdfjs-dist/legacy/build/pdf.worker.mjs' },
    minifyIdentifiers: true, // it is the largest file of the package, and its stack traces are for others
  }),
]);
for (const { from, to } of LIBRARY_FILES) cpSync(from, join('dist', to));
await writeFaceTables('dist/fonts');
for (const { from, to } of PROJECTS.filter(({ from }) => existsSync(from)))
  cpSync(from, join('dist', to), { recursive: true });
writeNotices(
  'dist',
  bundles.map(({ metafile }) => metafile),
  LIBRARY_FILES,
);

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
