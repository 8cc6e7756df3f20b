import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const require = createRequire(import.meta.url);

/**
 * How the program is bundled, for esbuild: also where a benchmark bundles parts of it. Libraries are bundled too, since finding and
 * reading hundreds of small modules is what takes a short command longest.
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

/** What only the press needs. The program does without, until it is itself the press. */
export const PRESS_LIBRARIES = ['pdfmake', 'fontkit', 'chart.js', 'chartjs-node-canvas'];

/** Never bundled: chartjs-node-canvas asks for the one anew at each chart, and the other reads its own files. */
export const OUTSIDE = ['canvas', 'pdfjs-dist'];

/** What pdfkit reads beside its code, in `data/`: the colour profile of PDF/A. */
export const COLOUR_PROFILE = join(
  require.resolve('pdfkit', { paths: [require.resolve('pdfmake')] }),
  '../data/sRGB_IEC61966_2_1.icc',
);

/** What our code imports and a CommonJS library requires is one and the same: the CommonJS copy. */
export const oneCopy = {
  name: 'one-copy',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^(fontkit|chart\.js(\/\w+)?)$/ }, ({ path }) => ({ path: require.resolve(path) })),
};

/** Handlebars makes source maps of what it compiles where it finds the library for it. Nobody reads them; without, it is quicker. */
export const withoutSourceMaps = {
  name: 'without-source-maps',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^source-map$/ }, ({ path }) => ({ path, namespace: 'left-out' }));
    onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/** Imports of `./page.css?raw` give the file's text, as they do in Vite: style sheets and scripts of pages are real files. */
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
