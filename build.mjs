/**
 * Bundles the program into dist/: what starts it, the program, and its threads; the scripts of the preview's page are for a browser.
 * Then the program issues a paper, to leave what V8 compiled of it for those that will run it.
 */
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUNDLE, withoutSourceMaps } from './build-settings.mjs';

rmSync('dist', { recursive: true, force: true });
const program = {
  ...BUNDLE,
  outdir: 'dist',
  plugins: [withoutSourceMaps],
  sourcemap: 'linked',
  minifyWhitespace: true, // names stay, so that a fault of ours can be read in its stack
  minifySyntax: true,
};
await build({
  ...program,
  entryPoints: {
    cli: 'src/cli.ts',
    'pdf-reader': 'src/archive/pdf-reader.ts',
    'press-thread': 'src/press/press-thread.ts',
  },
});
await build({
  ...program,
  entryPoints: { program: 'src/program.ts' },
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  banner: { js: 'const importMetaUrl = require("node:url").pathToFileURL(__filename).href;' },
  define: { 'import.meta.url': 'importMetaUrl' },
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
  minifyWhitespace: true,
  target: 'es2023',
  logLevel: 'error',
});

const root = mkdtempSync(join(tmpdir(), 'papers-build-'));
for (const folder of ['data', 'templates'].filter(existsSync))
  cpSync(folder, join(root, folder), { recursive: true });
spawnSync(process.execPath, ['dist/cli.js', 'issue', '--as', '0.1', '--root', root], {
  env: { ...process.env, PAPERS_KEEP_COMPILED: 'yes' },
});
rmSync(root, { recursive: true, force: true });
