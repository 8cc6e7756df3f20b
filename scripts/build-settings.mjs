import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const require = createRequire(import.meta.url);

/**
 * The esbuild settings of the program, which benchmarks use too. Libraries are bundled, because finding and reading hundreds of
 * small modules takes most of a short run.
 */
export const BUNDLE = {
  bundle: true,
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  platform: 'node',
  target: 'node20.19',
  mainFields: ['module', 'main'],
  banner: { js: 'const importMetaUrl = require("node:url").pathToFileURL(__filename).href;' },
  define: { 'import.meta.url': 'importMetaUrl' },
  logLevel: 'error',
};

/** Libraries of the press. The program loads them only when it typesets in its own thread. */
export const PRESS_LIBRARIES = ['pdfmake', 'fontkit', 'chart.js', 'chartjs-node-canvas'];

/** Never bundled: chartjs-node-canvas requires `canvas` at run time, and pdfjs-dist reads its own files. */
export const OUTSIDE = ['canvas', 'pdfjs-dist'];

/** The colour profile of PDF/A. pdfkit reads it from `data/` next to its code. */
export const COLOUR_PROFILE = join(
  require.resolve('pdfkit', { paths: [require.resolve('pdfmake')] }),
  '../data/sRGB_IEC61966_2_1.icc',
);

/** Resolves imports of ES modules to the CommonJS copies that CommonJS libraries require, so that each is bundled once. */
export const oneCopy = {
  name: 'one-copy',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^(fontkit|chart\.js(\/\w+)?)$/ }, ({ path }) => ({ path: require.resolve(path) })),
};

/** Leaves out the library with which Handlebars would make source maps. They are not used, and take time. */
export const withoutSourceMaps = {
  name: 'without-source-maps',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^source-map$/ }, ({ path }) => ({ path, namespace: 'omitted' }));
    onLoad({ filter: /.*/, namespace: 'omitted' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/** Imports `./page.css?raw` as the file's text, as Vite does, so that style sheets and browser scripts can be real files. */
export const rawText = {
  name: 'raw-text',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /\?raw$/ }, ({ path, resolveDir }) => ({
      path: resolve(resolveDir, path.slice(0, -'?raw'.length)),
      namespace: 'raw-text',
    }));
    onLoad({ filter: /.*/, namespace: 'raw-text' }, ({ path }) => ({
      contents: readFileSync(path, 'utf8'),
      loader: 'text',
    }));
  },
};
