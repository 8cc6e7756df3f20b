import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';

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
  supported: { 'dynamic-import': false }, // bundles require each other
  mainFields: ['module', 'main'],
  banner: {
    js: 'const importMetaUrl = require("node:url").pathToFileURL(__filename).href, fontFolder = require("node:path").join(__dirname, "fonts");',
  },
  define: { 'import.meta.url': 'importMetaUrl', FONT_FOLDER: 'fontFolder', LIBERATION_FOLDER: 'fontFolder' },
  logLevel: 'error',
};

/** The folder of the fonts in the npm package. The program reads copies of those that it uses, in `fonts/` beside its bundles. */
export const FONT_FOLDER = join(dirname(require.resolve('source-sans/package.json')), 'TTF');

/** The folder of Liberation Sans in the npm package of pdf.js. */
export const LIBERATION_FOLDER = join(dirname(require.resolve('pdfjs-dist/package.json')), 'standard_fonts');

/** The colour profile of PDF/A. pdfkit reads it from `data/` next to its code. */
const COLOUR_PROFILE = join(
  require.resolve('pdfkit', { paths: [require.resolve('pdfmake')] }),
  '../data/sRGB_IEC61966_2_1.icc',
);

/**
 * Files of libraries that bundles read at run time, and their places beside the bundles. `work` names what has another licence than
 * its package.
 */
export const LIBRARY_FILES = [
  { from: COLOUR_PROFILE, to: 'data/sRGB_IEC61966_2_1.icc' },
  ...['Regular', 'Semibold', 'It', 'SemiboldIt'].map((face) => ({
    from: join(FONT_FOLDER, `SourceSans3-${face}.ttf`),
    to: `fonts/SourceSans3-${face}.ttf`,
  })),
  ...['Regular', 'Bold', 'Italic', 'BoldItalic'].map((face) => ({
    from: join(LIBERATION_FOLDER, `LiberationSans-${face}.ttf`),
    to: `fonts/LiberationSans-${face}.ttf`,
    work: {
      name: 'Liberation Sans',
      licence: 'OFL-1.1',
      file: join(LIBERATION_FOLDER, 'LICENSE_LIBERATION'),
    },
  })),
];

/** Modules that load the slow libraries of the press. The bundle of the press worker exports them to the program. */
export const PRESS_MODULES = [
  'src/charts/draw-plans.ts',
  'src/press/typeset.ts',
  'src/press/write-word.ts',
  'src/pdf/render-pdf.ts',
  'src/pdf/render-stamps.ts',
  'src/open-font.ts',
];

/** Modules that load the library for objects of PDFs. Only a pack needs them. */
export const JOINER_MODULES = ['src/pack/join/open-pdf.ts', 'src/pack/join/join-pdfs.ts'];

/** The module that loads the library for timestamps. Only `papers seal`, and the check of seals, need it. */
export const TIMESTAMP_MODULE = 'src/archive/seal/timestamp.ts';

/** The module that loads the library for Word documents. Only `papers build --format docx` needs it. */
export const WORD_MODULE = 'src/word/render-word.ts';

/** The bundles beside the program's own, and the modules that each exports to it. */
const OUTSIDE = {
  './press-worker.cjs': PRESS_MODULES,
  './pdf-joiner.cjs': JOINER_MODULES,
  './timestamp.cjs': [TIMESTAMP_MODULE],
  './word.cjs': [WORD_MODULE],
};

/** Loads the modules of other bundles from there: those of the press, and those that few commands need. */
export const modulesOutside = leaveOutside(OUTSIDE);

/** The same for the press worker, which has the modules of the press and the program itself. */
export const wordOutside = leaveOutside({ './word.cjs': [WORD_MODULE] });

function leaveOutside(bundles) {
  return {
    name: 'modules-outside',
    setup: ({ onResolve }) =>
      onResolve({ filter: /\.js$/ }, ({ kind, path, resolveDir }) => {
        if (kind !== 'dynamic-import') return null;
        const module = relative('.', resolve(resolveDir, path)).replaceAll('\\', '/').replace(/\.js$/, '.ts');
        const bundle = Object.keys(bundles).find((name) => bundles[name].includes(module));
        return bundle ? { path: bundle, external: true } : null;
      }),
  };
}

/** Resolves imports of ES modules to the CommonJS copies that CommonJS libraries require, so that each is bundled once. */
export const oneCopy = {
  name: 'one-copy',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^(fontkit|chart\.js(\/\w+)?)$/ }, ({ path }) => ({ path: require.resolve(path) })),
};

/** Bundles the canvas that chartjs-node-canvas loads at run time, by a name that esbuild cannot see. */
export const canvasInside = {
  name: 'canvas-inside',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]chartjs-node-canvas[\\/]dist[\\/]freshRequire\.js$/ }, () => ({
      contents: 'exports.freshRequire = () => require("canvas");',
    })),
};

/** Keeps pdf.js from loading a native canvas. The program reads PDFs, and never draws them outside a browser. */
export const withoutNativeCanvas = {
  name: 'without-native-canvas',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]pdfjs-dist[\\/].*[\\/]pdf\.mjs$/ }, ({ path }) => {
      const code = readFileSync(path, 'utf8');
      const contents = code.replaceAll('require("@napi-rs/canvas")', 'null');
      if (contents === code) throw new Error(`${path} loads its canvas in another way than before`);
      return { contents };
    }),
};

/**
 * Leaves out libraries that others load for what this program never does. Handlebars would make source maps, fontkit would read
 * WOFF2 fonts, and pdfkit would encrypt files. The program is smaller without them, and starts faster: the library for encryption
 * computes its tables when it is loaded.
 */
export const withoutUnused = {
  name: 'without-unused',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^(source-map|brotli\/decompress\.js|@noble\/ciphers\/aes)$/ }, ({ path }) => ({
      path,
      namespace: 'omitted',
    }));
    onLoad({ filter: /.*/, namespace: 'omitted' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/**
 * Unpacks the tables of Unicode with Node's zlib. The libraries that break lines and shape text unpack them in JavaScript when they are
 * loaded, which took a twentieth of the worker's time for a short paper.
 */
export const nativeInflate = {
  name: 'native-inflate',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]tiny-inflate[\\/]index\.js$/ }, () => ({
      contents: `const { inflateRawSync } = require('node:zlib');
        module.exports = (packed, target) => {
          const bytes = inflateRawSync(packed);
          target.set(bytes);
          return target.subarray(0, bytes.length);
        };`,
    })),
};

/**
 * Takes the core of the library for objects of PDFs, without what would draw pages: three more libraries, and the widths of PDF's own
 * fonts.
 */
export const pdfObjectsOnly = {
  name: 'pdf-objects-only',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^@cantoo\/pdf-lib$/ }, ({ path }) => ({
      path: join(dirname(require.resolve(path)), '../es/core/index.js'),
    }));
    onLoad({ filter: /[\\/]pdf-lib[\\/]es[\\/]packages[\\/]/ }, () => ({
      contents: 'export default {}; export const [Font, FontNames, Encodings] = [{}, {}, {}];',
    }));
  },
};

/** Imports `./page.css?raw` as the file's text, as Vite does, so that style sheets and browser scripts can be real files. */
export const rawText = {
  name: 'raw-text',
  setup: ({ onResolve, onLoad }) => {
    // A relative path, because esbuild writes it into the bundle.
    onResolve({ filter: /\?raw$/ }, ({ path, resolveDir }) => ({
      path: relative('.', resolve(resolveDir, path.slice(0, -'?raw'.length))).replaceAll('\\', '/'),
      namespace: 'raw-text',
    }));
    onLoad({ filter: /.*/, namespace: 'raw-text' }, ({ path }) => ({
      contents: readFileSync(path, 'utf8'),
      loader: 'text',
    }));
  },
};
