/**
 * Checks every paper of the repository, and papers of unusual shapes, against PDF/UA-1 and PDF/A-3a (`npm run conformance`). The
 * validator is veraPDF. It needs Java, and Maven to download veraPDF into a cache.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import {
  writeAwkwardPaper,
  copyReference,
  writeLongerPaper,
  writeLongTable,
} from '../support/stress-projects.mjs';

const VERSION = '1.30.2';
const CACHE = join('node_modules', '.cache', 'verapdf');
const STANDARDS = { ua1: 'PDF/UA-1', '3a': 'PDF/A-3a' };

function findValidator() {
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
  'first paper': (root) => copyProject('dist/starter', root),
  ...Object.fromEntries(
    readdirSync('tests/papers').map((name) => [
      name,
      (root) => copyProject(join('tests/papers', name), root),
    ]),
  ),
  'awkward draft': (root) => writeAwkwardPaper(root, 'draft'),
  'awkward final': (root) => writeAwkwardPaper(root, 'final'),
  'ten times as long': (root) => writeLongerPaper(root, 10),
  'table of 2,000 rows': (root) => writeLongTable(root, 2000),
};

/** The PDFs of all projects, built with the program that users run. */
const pdfs = Object.entries(projects).map(([name, writeProject], index) => {
  const root = writeProject(join(work, String(index)));
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

/** An invalid file. A validator that accepts it does not work. */
const control = join(work, 'negative-control.pdf');
writeFileSync(
  control,
  Buffer.from(
    readFileSync(pdfs[0], 'latin1')
      .replace('<pdfuaid:part>1', '<pdfuaid:part>9')
      .replace('<pdfaid:part>3', '<pdfaid:part>9'),
    'latin1',
  ),
);

let passed = 0;
let failed = 0;
const jar = findValidator();
for (const [flavour, standard] of Object.entries(STANDARDS)) {
  const { stdout, stderr } = spawnSync(
    'java',
    ['-jar', jar, '--flavour', flavour, '--format', 'json', ...pdfs, control],
    {
      encoding: 'utf8',
      maxBuffer: 1e9,
    },
  );
  let report;
  try {
    ({ report } = JSON.parse(stdout));
  } catch {
    throw new Error(`veraPDF gave no report: ${stderr}${stdout.slice(0, 500)}`);
  }
  const results = new Map(
    report.jobs.map(({ itemDetails, validationResult }) => [
      basename(itemDetails.name),
      validationResult?.[0],
    ]),
  );
  for (const path of [...pdfs, control]) {
    const result = results.get(basename(path));
    const mustPass = path !== control;
    const isExpected = result?.compliant === mustPass;
    if (isExpected) passed++;
    else failed++;
    console.log(
      `${isExpected ? 'ok  ' : 'FAIL'} ${standard}  ${basename(path)}${mustPass ? '' : ' (must be rejected)'}`,
    );
    if (!isExpected)
      for (const { clause, description, failedChecks } of result?.details.ruleSummaries ?? [])
        console.log(`       ${clause}: ${description} (${failedChecks})`);
  }
}
rmSync(work, { recursive: true });
console.log(`conformance: ${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
