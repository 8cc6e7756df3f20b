/**
 * `npm run conformance`: veraPDF, the reference validator, on every paper that the repository builds and on papers of other
 * shapes, against PDF/UA-1 and PDF/A-3a. It needs Java and Maven, which fetches veraPDF into a cache; `npm test` needs neither.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { awkwardPaper, copyReference, longerPaper, longTable } from '../support/stress-projects.mjs';

const VERSION = '1.30.2';
const CACHE = join('node_modules', '.cache', 'verapdf');
const STANDARDS = { ua1: 'PDF/UA-1', '3a': 'PDF/A-3a' };

function validator() {
  const jar = join(CACHE, `cli-${VERSION}.jar`);
  if (!existsSync(jar)) {
    const artifact = `-Dartifact=org.verapdf.apps:cli:${VERSION}`;
    execFileSync('mvn', ['-q', '-B', '-ntp', 'dependency:copy', artifact, `-DoutputDirectory=${CACHE}`], {
      stdio: 'inherit',
    });
  }
  return jar;
}

function copyProject(from, root) {
  for (const folder of ['data', 'templates'])
    cpSync(join(from, folder), join(root, folder), { recursive: true });
  return root;
}

const work = mkdtempSync(join(tmpdir(), 'papers-conformance-'));
const projects = {
  'reference paper': (root) => copyReference(root),
  ...Object.fromEntries(
    readdirSync('tests/papers').map((name) => [
      name,
      (root) => copyProject(join('tests/papers', name), root),
    ]),
  ),
  'awkward draft': (root) => awkwardPaper(root, 'draft'),
  'awkward final': (root) => awkwardPaper(root, 'final'),
  'ten times as long': (root) => longerPaper(root, 10),
  'table of 2,000 rows': (root) => longTable(root, 2000),
};

/** Builds each project with the program that users run; the PDF is named for it. */
const made = Object.entries(projects).map(([name, make], index) => {
  const root = make(join(work, String(index)));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['dist/cli.js', 'build', '--json', '--root', root],
    {
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(`${name}: ${stdout}${stderr}`);
  const [pdf] = JSON.parse(stdout).files;
  const path = join(work, `${name.replace(/[^a-z0-9]+/gi, '-')}.pdf`);
  cpSync(join(root, pdf), path);
  return path;
});

/** A file that is known to be bad: a validator that passes it tests nothing. Its title is not said to be shown. */
const control = join(work, 'negative-control.pdf');
writeFileSync(
  control,
  Buffer.from(
    readFileSync(made[0], 'latin1')
      .replace('<pdfuaid:part>1', '<pdfuaid:part>9')
      .replace('<pdfaid:part>3', '<pdfaid:part>9'),
    'latin1',
  ),
);

let passed = 0;
let failed = 0;
const jar = validator();
for (const [flavour, standard] of Object.entries(STANDARDS)) {
  const { stdout, stderr } = spawnSync(
    'java',
    ['-jar', jar, '--flavour', flavour, '--format', 'json', ...made, control],
    {
      encoding: 'utf8',
      maxBuffer: 1e9,
    },
  );
  let report;
  try {
    ({ report } = JSON.parse(stdout));
  } catch {
    throw new Error(`veraPDF did not answer: ${stderr}${stdout.slice(0, 500)}`);
  }
  const results = new Map(
    report.jobs.map(({ itemDetails, validationResult }) => [
      basename(itemDetails.name),
      validationResult?.[0],
    ]),
  );
  for (const path of [...made, control]) {
    const result = results.get(basename(path));
    const wanted = path !== control;
    const good = result?.compliant === wanted;
    if (good) passed++;
    else failed++;
    console.log(
      `${good ? 'ok  ' : 'FAIL'} ${standard}  ${basename(path)}${wanted ? '' : ' (must be refused)'}`,
    );
    if (!good)
      for (const { clause, description, failedChecks } of result?.details.ruleSummaries ?? [])
        console.log(`       ${clause}: ${description} (${failedChecks})`);
  }
}
rmSync(work, { recursive: true });
console.log(`conformance: ${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
