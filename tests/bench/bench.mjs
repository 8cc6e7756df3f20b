/**
 * Measures builds of the neutral paper (`npm run bench`): whole processes, growth, memory, warm builds in one process with their
 * stages, an edit in the preview of the reference paper, and many papers. Machines are noisy, so compare the ratios: with `--peers`,
 * the program and the installed peers run in turns. Peers are pdfmake alone and Typst (`pip install typst`; `PYTHON` names the
 * Python that has it). `--large` adds ×200, `--rounds` sets the rounds.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { parseArgs } from 'node:util';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { measureCommand, measureNode, median } from './measure-process.mjs';
import { writeManyPapers } from '../support/stress-projects.mjs';
import { measurePreviewLatency } from './preview-latency.mjs';
import { makeNeutralContent, PAPER, PERIOD, writeNeutralProject } from './neutral-paper.mjs';

const { values: options } = parseArgs({
  options: {
    large: { type: 'boolean', default: false },
    peers: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    sizes: { type: 'string', default: '1,10,50' },
  },
});
const WARM_BUILDS = 12;
const MANY_PAPERS = 24;
const EDITS = 10;
const rounds = Number(options.rounds);
const python = process.env.PYTHON ?? 'python3';
const work = mkdtempSync(join(tmpdir(), 'papers-bench-'));
const fonts = join(dirname(createRequire(import.meta.url).resolve('source-sans/package.json')), 'TTF');

const COMPILE = `import sys, typst
typst.compile(sys.argv[1], output=sys.argv[3], root="/", font_paths=[sys.argv[4]], sys_inputs={"data": sys.argv[2]}, pdf_standards="ua-1")`;

/** Each paper has other words, so that none comes from Typst's cache. */
const COMPILE_MANY = `import sys, typst
for data in sys.argv[3:]:
    typst.compile(sys.argv[1], output=data + ".pdf", root="/", font_paths=[sys.argv[2]], sys_inputs={"data": data}, pdf_standards="ua-1")`;

const PEERS = {
  pdfmake: (input, output) => measureNode(['tests/bench/pdfmake-peer.mjs', input, output]),
  typst: (input, output) =>
    measureCommand(python, ['-c', COMPILE, resolve('tests/bench/typst-peer.typ'), input, output, fonts]),
};

function listPeers() {
  if (!options.peers) return [];
  const hasTypst = spawnSync(python, ['-c', 'import typst']).status === 0;
  if (!hasTypst) console.log('Typst is not installed: pip install typst');
  return Object.entries(PEERS).filter(([name]) => name !== 'typst' || hasTypst);
}

async function countPages(path) {
  return (await getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 }).promise).numPages;
}

async function measureSize(size, peers) {
  const root = writeNeutralProject(join(work, `x${size}`), size);
  const input = join(work, `x${size}.json`);
  writeFileSync(input, JSON.stringify(makeNeutralContent(size)));
  const turns = [];
  for (let round = 0; round < (size > 10 ? Math.min(rounds, 3) : rounds); round++)
    turns.push({
      ours: measureNode(['dist/cli.js', 'build', '--json', '--root', root]),
      peers: peers.map(([name, run]) => run(input, join(work, `${name}-x${size}.pdf`))),
    });
  const pages = await countPages(join(root, 'output', PERIOD, PAPER, `${PAPER}.pdf`));
  const seconds = median(turns.map(({ ours }) => ours.seconds));
  return {
    size,
    seconds,
    row: {
      paper: `×${size}`,
      pages,
      'median, s': seconds.toFixed(2),
      'ms a page': ((1000 * seconds) / pages).toFixed(0),
      'peak, MB': median(turns.map(({ ours }) => ours.megabytes)).toFixed(0),
      ...Object.fromEntries(
        peers.flatMap(([name], n) => [
          [`${name}, s`, median(turns.map((turn) => turn.peers[n].seconds)).toFixed(2)],
          [
            `ours ÷ ${name}`,
            median(turns.map((turn) => turn.ours.seconds / turn.peers[n].seconds)).toFixed(2),
          ],
        ]),
      ),
    },
  };
}

/** Prints the exponents of growth: 1 is linear, and a cost that every build has makes it smaller. */
function printGrowth(measured) {
  for (const [n, { size, seconds }] of measured.slice(1).entries()) {
    const before = measured[n];
    const exponent = Math.log(seconds / before.seconds) / Math.log(size / before.size);
    console.log(`growth from ×${before.size} to ×${size}: exponent ${exponent.toFixed(2)}`);
  }
}

function printWarmBuilds() {
  const roots = Array.from({ length: WARM_BUILDS }, (_, n) =>
    writeNeutralProject(join(work, `warm-${n}`), 1, n + 1),
  );
  const { stdout, megabytes } = measureNode(['tests/bench/warm-builds.mjs', ...roots]);
  const { times, stages } = JSON.parse(stdout);
  console.log(
    `${WARM_BUILDS} papers with other words in one process: the first ${Math.round(times[0])} ms, ` +
      `the median of the last half ${Math.round(median(times.slice(WARM_BUILDS / 2)))} ms, ${Math.round(megabytes)} MB`,
  );
  console.table(stages);
}

/** Prints how long an author waits for the page and the PDF after a save. */
async function printPreviewEdits() {
  const { times, pdfTimes } = await measurePreviewLatency(mkdtempSync(join(work, 'preview-')), EDITS);
  console.log(
    `${EDITS} edits of one word in a preview of the reference paper: the page after ${Math.round(median(times))} ms, ` +
      `the PDF after ${Math.round(median(pdfTimes))} ms (medians)`,
  );
}

/** Prints how many papers a minute one command builds, and how many Typst makes in as many processes that stay warm. */
async function printManyPapers() {
  const root = join(work, 'many');
  writeManyPapers(root, { from: join(work, 'x1'), period: PERIOD, paper: PAPER, count: MANY_PAPERS - 1 });
  const { seconds } = measureNode(['dist/cli.js', 'build', '--all', '--jobs', '2', '--json', '--root', root]);
  const typst = peers.some(([name]) => name === 'typst') ? await measureManyWithTypst() : null;
  const perMinute = (time) => Math.round((60 * MANY_PAPERS) / time);
  console.log(
    `${MANY_PAPERS} papers with two jobs: ${perMinute(seconds)} a minute` +
      (typst === null ? '' : `; Typst in two processes: ${perMinute(typst)} a minute`),
  );
}

/** Returns the seconds that two processes need for half of the papers each. */
async function measureManyWithTypst() {
  const inputs = Array.from({ length: MANY_PAPERS }, (_, n) => {
    const input = join(work, `many-${n}.json`);
    writeFileSync(input, JSON.stringify(makeNeutralContent(1, n + 1)));
    return input;
  });
  const started = performance.now();
  await Promise.all(
    [0, 1].map((process) => {
      const half = inputs.filter((_, n) => n % 2 === process);
      const args = ['-c', COMPILE_MANY, resolve('tests/bench/typst-peer.typ'), fonts, ...half];
      return once(spawn(python, args, { stdio: 'ignore' }), 'exit');
    }),
  );
  return (performance.now() - started) / 1000;
}

const peers = listPeers();
const measured = [];
for (const size of [...options.sizes.split(',').map(Number), ...(options.large ? [200] : [])])
  measured.push(await measureSize(size, peers));
console.table(measured.map(({ row }) => row));
printGrowth(measured);
printWarmBuilds();
await printPreviewEdits();
await printManyPapers();
rmSync(work, { recursive: true });
