/**
 * Bundles the program into dist/: one file to start, and one for each part that only some commands load. Libraries that are
 * needed to start are bundled too, since reading hundreds of small modules is what takes a command longest. Those that look
 * for files beside their own code stay outside. The scripts of the preview's page are the one part for a browser.
 */
import { build } from 'esbuild';
import { rmSync } from 'node:fs';

/** Handlebars makes source maps of what it compiles where it finds the library for it. Nobody reads them; without, it is quicker. */
const withoutSourceMaps = {
  name: 'without-source-maps',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^source-map$/ }, ({ path }) => ({ path, namespace: 'left-out' }));
    onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({ contents: 'module.exports = {};' }));
  },
};

rmSync('dist', { recursive: true, force: true });
await build({
  entryPoints: {
    cli: 'src/cli.ts',
    'pdf-reader': 'src/archive/pdf-reader.ts',
    'press-thread': 'src/press/press-thread.ts',
  },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  mainFields: ['module', 'main'],
  external: [
    'pdfmake',
    'pdfmake/*',
    'fontkit',
    'canvas',
    'chart.js',
    'chart.js/*',
    'chartjs-node-canvas',
    'source-sans',
    'source-sans/*',
    'pdfjs-dist',
    'pdfjs-dist/*',
  ],
  // CommonJS libraries within the bundle call require() for Node's own modules.
  banner: {
    js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
  },
  plugins: [withoutSourceMaps],
  sourcemap: 'linked',
  minifyWhitespace: true, // names stay, so that a fault of ours can be read in its stack
  minifySyntax: true,

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
  minifyWhitespace: true,
  target: 'es2023',
  logLevel: 'error',
});
