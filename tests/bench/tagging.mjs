/**
 * Measures the cost of tagging: renders the same documents with our renderer and with pdfmake's, which writes no structure. Both
 * run in turns in a single process, after a warm-up. Returns a row for each size of paper.
 */
import { build } from 'esbuild';
import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BUNDLE, canvasInside, LIBRARY_FILES, oneCopy, rawText } from '../../scripts/build-settings.mjs';

const TAGGING = /\/(tagged-renderer|structure-tree|structure-writer)\.js$/;

async function bundle(work, name, plugins) {
  const outfile = join(work, `${name}.cjs`);
  await build({
    ...BUNDLE,
    stdin: {
      contents: `export { composePaper } from '../../src/build-paper.js'; export { renderPdf } from '../../src/pdf/render-pdf.js';`,
      resolveDir: resolve('tests/bench'),
      loader: 'ts',
    },
    outfile,
    outExtension: {},
    plugins: [rawText, oneCopy, canvasInside, ...plugins],
  });
  return import(pathToFileURL(outfile).href);
}

const untagged = {
  name: 'untagged',
  setup: ({ onResolve, resolve: find }) =>
    onResolve({ filter: TAGGING }, ({ kind }) =>
      find('./untagged.mts', { resolveDir: resolve('tests/bench'), kind }),
    ),
};

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** `work` is a folder for the bundles. */
export async function compareTagging(roots, rounds, work) {
  for (const { from, to } of LIBRARY_FILES) cpSync(from, join(work, to));
  const ours = await bundle(work, 'tagged', []);
  const bare = await bundle(work, 'untagged', [untagged]);
  const rows = [];
  for (const [paper, order] of roots) {
    const { document, inputs } = await ours.composePaper(order, { draw: true });
    const time = async ({ renderPdf }) => {
      const started = performance.now();
      const { length } = await renderPdf(document, { theme: inputs.theme, fonts: null }, []);
      return { ms: performance.now() - started, kb: length / 1024 };
    };
    for (const renderer of [ours, bare, ours, bare]) await time(renderer); // the warm-up
    const pairs = [];
    for (let round = 0; round < rounds; round++) pairs.push([await time(ours), await time(bare)]);
    rows.push({
      paper,
      'tagged, ms': median(pairs.map(([tagged]) => tagged.ms)).toFixed(0),
      'untagged, ms': median(pairs.map(([, plain]) => plain.ms)).toFixed(0),
      ratio: median(pairs.map(([tagged, plain]) => tagged.ms / plain.ms)).toFixed(2),
      'tagged, KB': pairs[0][0].kb.toFixed(0),
      'untagged, KB': pairs[0][1].kb.toFixed(0),
    });
  }
  return rows;
}
