/**
 * `npm run bench`: how long the reference paper takes, and how that grows. Machines are noisy, so look at the ratios: the
 * program and the yardstick take turns. A longer paper is the reference paper with its narrative repeated.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { compareTagging } from './tagging.mjs';
import { previewLatency } from './preview-latency.mjs';
import { longerPaper, pdfOf } from '../support/stress-projects.mjs';

const ROUNDS = Number(process.argv[2] ?? 5);
const WORKING = { version: null, after: null, note: null };
const work = mkdtempSync(join(tmpdir(), 'papers-bench-'));
/** Modules find the packages from here only. */
const besideThePackages = mkdtempSync(join('node_modules', '.bench-'));

/** One whole process: wall seconds, peak memory in MB, what it printed. */
function measure(args) {
  const memory = join(work, 'memory');
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', resolve('tests/bench/report-memory.mjs'), ...args],
    {
      env: { ...process.env, PEAK_MEMORY_FILE: memory },
      encoding: 'utf8',
      maxBuffer: 1e9,
    },
  );
  if (status !== 0) throw new Error(stderr);
  return {
    seconds: (performance.now() - started) / 1000,
    megabytes: Number(readFileSync(memory)) / 1024,
    stdout,
  };
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const build = (root) => measure(['dist/cli.js', 'build', '--json', '--root', root]);

/** The paper's texts, for the yardstick: its lines, joined as far as the next number or heading. */
async function textsOf(path) {
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 }).promise;
  let text = '';
  for (let page = 1; page <= pdf.numPages; page++) {
    const { items } = await (await pdf.getPage(page)).getTextContent();
    text += items.map((item) => item.str + (item.hasEOL ? '\n' : '')).join('') + '\n';
  }
  return {
    pages: pdf.numPages,
    texts: text.split(/\n(?=\d+\. |[A-F]\. )/).map((one) => one.replace(/\n/g, ' ')),
  };
}

const rows = [];
for (const times of [1, 10, 50]) {
  const root = longerPaper(join(work, `x${times}`), times);
  const cold = build(root);
  const { pages, texts } = await textsOf(pdfOf(root));
  const input = join(work, 'texts.json');
  writeFileSync(input, JSON.stringify(texts));
  const rounds = times === 50 ? Math.min(ROUNDS, 3) : ROUNDS;
  const pairs = Array.from({ length: rounds }, () => [
    build(root),
    measure(['tests/bench/bare-pdfmake.mjs', input, join(work, 'bare.pdf')]),
  ]);
  const ours = pairs.map(([one]) => one);
  rows.push({
    paper: `×${times}`,
    pages,
    'first, s': cold.seconds.toFixed(2),
    'median, s': median(ours.map((one) => one.seconds)).toFixed(2),
    'bare pdfmake, s': median(pairs.map(([, bare]) => bare.seconds)).toFixed(2),
    ratio: median(pairs.map(([one, bare]) => one.seconds / bare.seconds)).toFixed(2),
    'ms a page': ((1000 * median(ours.map((one) => one.seconds))) / pages).toFixed(0),
    'peak, MB': median(ours.map((one) => one.megabytes)).toFixed(0),
    'PDF, KB': (statSync(pdfOf(root)).size / 1024).toFixed(0),
    ...JSON.parse(ours.at(-1).stdout).milliseconds,
  });
}
console.table(rows);
console.log(
  'The last columns are the stages of one run, in milliseconds; a process also starts and loads its modules.',
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
    besideThePackages,
  ),
);
console.log('The second table sets the same layout with and without tags, warm, in one process.');
const { times, stages } = await previewLatency(mkdtempSync(join(work, 'preview-')), 20);
console.log(
  'Saving a word to having it in the preview, in milliseconds: the median of 20, the slowest, and the stages of the last.',
);
console.table([
  { 'median, ms': Math.round(median(times)), 'slowest, ms': Math.round(Math.max(...times)), ...stages },
]);
rmSync(work, { recursive: true });
rmSync(besideThePackages, { recursive: true });
