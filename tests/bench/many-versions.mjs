/**
 * Measures how the time of the archive's commands grows with the number of versions. The archive has real files and manifests: it
 * repeats three issued versions for as many meetings as needed. Run `npm run build` first. The arguments are the sizes:
 *
 *     node tests/bench/many-versions.mjs 125 250 500 1000
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const PAPER = 'tests/papers/parks-update';
const VERSIONS = ['1.0', '1.1', '1.2'];
const sizes = process.argv.slice(2).map(Number);
const root = mkdtempSync(join(tmpdir(), 'papers-many-'));
const archive = join(root, 'output/archive');

function papers(...args) {
  const started = performance.now();
  execFileSync(process.execPath, [resolve('dist/cli.js'), ...args, '--root', root], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return performance.now() - started;
}

function issueOnce() {
  for (const folder of ['data', 'templates'])
    cpSync(join(PAPER, folder), join(root, folder), { recursive: true });
  const paper = join(root, 'data/2024-25-q2/parks-update.yaml');
  VERSIONS.forEach((version, index) => {
    writeFileSync(
      paper,
      readFileSync(paper, 'utf8').replace(/First[^.]*the benches/, `First (${index}) the benches`),
    );
    papers('issue', '--as', version, '--note', `Step ${index}.`);
  });
  const issued = join(root, 'issued');
  cpSync(join(archive, 'parks/2024-11-05/012-parks-update'), issued, { recursive: true });
  return issued;
}

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** Returns the date of a meeting. There is a meeting on each day from 1900. */
const meetingDate = (index) => new Date(Date.UTC(1900, 0, 1 + index)).toISOString().slice(0, 10);

function fill(issued, count) {
  rmSync(archive, { recursive: true, force: true });
  const lines = [];
  for (let index = 0; lines.length < count; index++) {
    let previous = null;
    for (const version of VERSIONS.slice(0, count - lines.length)) {
      const folder = `parks/${meetingDate(index)}/012-parks-update/v${version}`;
      cpSync(join(issued, `v${version}`), join(archive, folder), { recursive: true });
      const path = join(archive, folder, 'manifest.json');
      const manifest = { ...JSON.parse(readFileSync(path, 'utf8')), meeting: meetingDate(index) };
      if (previous) manifest.previous.manifest = previous;
      const text = `${JSON.stringify(manifest, null, 2)}\n`;
      writeFileSync(path, text);
      previous = sha256(text);
      lines.push(`${previous}  ${folder}/manifest.json\n`);
    }
  }
  mkdirSync(archive, { recursive: true });
  writeFileSync(join(archive, 'register.txt'), lines.join(''));
}

const issued = issueOnce();
console.log(
  'Seconds for each whole process\nversions  new index  list  verify hashes  issue another  index, KB',
);
for (const size of sizes.length > 0 ? sizes : [125, 250, 500, 1000]) {
  fill(issued, size);
  const times = [
    papers('archive'),
    papers('archive', '--paper', '012'),
    papers('verify', 'all', '--no-rebuild'),
    papers('issue', '--as', '1.0'),
  ].map((time) => (time / 1000).toFixed(2));
  const index = Math.round(readFileSync(join(archive, 'index.html')).length / 1024);
  console.log([String(size).padStart(8), ...times, index].join('  '));
}
rmSync(root, { recursive: true });
