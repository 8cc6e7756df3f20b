/**
 * Bundles the program into dist/: one file to start, and one for each part that only some commands load. The scripts of the
 * preview's page are the one part for a browser.
 */
import { build } from 'esbuild';
import { rmSync } from 'node:fs';
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
await build({ ...program, entryPoints: { cli: 'src/cli.ts' }, splitting: true });
// Threads, each one file of its own: parts that they shared with the command would make it many small files.
await build({
  ...program,
  entryPoints: { 'pdf-reader': 'src/archive/pdf-reader.ts', 'press-thread': 'src/press/press-thread.ts' },
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
