/**
 * Measures the build of the reference paper, the cost of tags and the preview: `node tests/bench/reference-paper.mjs`. Machines are
 * noisy, so compare the ratios: the program and the baseline run in turns. A longer paper repeats the narrative of the reference
 * paper. The first argument is the number of rounds, 5 by default.
 */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { measureNode, median } from './measure-process.mjs';
import { compareTagging } from './tagging.mjs';
import { measurePreviewLatency } from './preview-latency.mjs';
import { writeLongerPaper, findPdf } from '../support/stress-projects.mjs';

const ROUNDS = Number(process.argv[2] ?? 5);
const WORKING = { version: null, after: null, note: null };
const work = mkdtempSync(join(tmpdir(), 'papers-bench-'));

const build = (root) => measureNode(['dist/cli.js', 'build', '--json', '--root', root]);

/** Reads a PDF's texts for the baseline. A text ends at the next paragraph number or heading. */
async function readTexts(path) {
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 }).promise;
  let text = '';
  for (let page = 1; page <= pdf.numPages; page++) {
    const { items } = await (await pdf.getPage(page)).getTextContent();
    text += items.map((item) => item.str + (item.hasEOL ? '\n' : '')).join('') + '\n';
  }
  return {
    pages: pdf.numPages,
    texts: text.split(/\n(?=\d+\. |[A-F]\. )/).map((paragraph) => paragraph.replace(/\n/g, ' ')),
  };
}

const rows = [];
for (const times of [1, 10, 50]) {
  const root = writeLongerPaper(join(work, `x${times}`), times);
  const cold = build(root);
  const { pages, texts } = await readTexts(findPdf(root));
  const input = join(work, 'texts.json');
  writeFileSync(input, JSON.stringify(texts));
  const rounds = times === 50 ? Math.min(ROUNDS, 3) : ROUNDS;
  const pairs = Array.from({ length: rounds }, () => [
    build(root),
    measureNode(['tests/bench/bare-pdfmake.mjs', input, join(work, 'bare.pdf')]),
  ]);
  const ours = pairs.map(([run]) => run);
  rows.push({
    paper: `×${times}`,
    pages,
    'first, s': cold.seconds.toFixed(2),
    'median, s': median(ours.map(({ seconds }) => seconds)).toFixed(2),
    'bare pdfmake, s': median(pairs.map(([, bare]) => bare.seconds)).toFixed(2),
    ratio: median(pairs.map(([run, bare]) => run.seconds / bare.seconds)).toFixed(2),
    'ms a page': ((1000 * median(ours.map(({ seconds }) => seconds))) / pages).toFixed(0),
    'peak, MB': median(ours.map(({ megabytes }) => megabytes)).toFixed(0),
    'PDF, KB': (statSync(findPdf(root)).size / 1024).toFixed(0),
    ...JSON.parse(ours.at(-1).stdout).milliseconds,
  });
}
console.table(rows);
console.log(
  'The last columns are the stages of the last run, in milliseconds. The total also includes the start of the process.',
);

const order = (root) => ({
  root,
  quarter: '2008-09-q3',
  paper: 'tp-thematic-performance',
  madeAt: null,
  edition: () => WORKING,
  onStage: () => {},
});
console.table(
  await compareTagging(
    [1, 10].map((times) => [`×${times}`, order(join(work, `x${times}`))]),
    ROUNDS,
    mkdtempSync(join(work, 'tagging-')),
  ),
);
console.log(
  'The second table compares the same layout with and without tags, in a single process after a warm-up.',
);
const { times, stages } = await measurePreviewLatency(mkdtempSync(join(work, 'preview-')), 20);
console.log(
  'The last table is the time from a save to the new preview page, in milliseconds: 20 saves, and the stages of the last.',
);
console.table([
  { 'median, ms': Math.round(median(times)), 'slowest, ms': Math.round(Math.max(...times)), ...stages },
]);
rmSync(work, { recursive: true });
