/**
 * How the program is bundled, for esbuild: also where a benchmark bundles parts of it. Libraries that are needed to start are
 * bundled too, since reading hundreds of small modules is what takes a command longest. Those that look for files beside their
 * own code stay outside.
 */
export const BUNDLE = {
  bundle: true,
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
  logLevel: 'error',
};

/** Handlebars makes source maps of what it compiles where it finds the library for it. Nobody reads them; without, it is quicker. */
export const withoutSourceMaps = {
  name: 'without-source-maps',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^source-map$/ }, ({ path }) => ({ path, namespace: 'left-out' }));
    onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({ contents: 'module.exports = {};' }));
  },
};
