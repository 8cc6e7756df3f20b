/**
 * Measures builds of the neutral paper (`npm run bench`): whole processes, growth, warm builds in one process, and memory. Machines
 * are noisy, so compare the ratios: with `--peers`, the program and the installed peers run in turns. Peers are pdfmake alone and
 * Typst (`pip install typst`; `PYTHON` names the Python that has it). `--large` adds ×200, `--rounds` sets the rounds.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { parseArgs } from 'node:util';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { measureCommand, measureNode, median } from './measure-process.mjs';
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
const rounds = Number(options.rounds);
const python = process.env.PYTHON ?? 'python3';
const work = mkdtempSync(join(tmpdir(), 'papers-bench-'));
const fonts = join(dirname(createRequire(import.meta.url).resolve('source-sans/package.json')), 'TTF');

const COMPILE = `import sys, typst
typst.compile(sys.argv[1], output=sys.argv[3], root="/", font_paths=[sys.argv[4]], sys_inputs={"data": sys.argv[2]}, pdf_standards="ua-1")`;

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
  const times = JSON.parse(stdout);
  console.log(
    `${WARM_BUILDS} papers with other words in one process: the first ${Math.round(times[0])} ms, ` +
      `the median of the last half ${Math.round(median(times.slice(WARM_BUILDS / 2)))} ms, ${Math.round(megabytes)} MB`,
  );
}

const peers = listPeers();
const measured = [];
for (const size of [...options.sizes.split(',').map(Number), ...(options.large ? [200] : [])])
  measured.push(await measureSize(size, peers));
console.table(measured.map(({ row }) => row));
printGrowth(measured);
printWarmBuilds();
rmSync(work, { recursive: true });
