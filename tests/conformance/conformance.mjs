/**
 * Checks every paper of the repository, and papers of unusual shapes, against both sets of standards (`npm run conformance`). The
 * validator is veraPDF. It needs Java, and Maven to download veraPDF into a cache.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import {
  writeAwkwardPaper,
  copyReference,
  writeLongerPaper,
  writeLongTable,
  writeManyPapers,
} from '../support/stress-projects.mjs';

const { version: VERAPDF_VERSION } = JSON.parse(
  readFileSync('src/archive/statement/tested-validator.json', 'utf8'),
);
const CACHE = join('node_modules', '.cache', 'verapdf');

/**
 * Each set of standards, as a theme names it, with the profiles of veraPDF. veraPDF reads from a file which standards it claims, and
 * must find all of them.
 */
const SETS = [
  { folder: '1.7', standards: '[ua-1, a-3a]', profiles: ['PDF/A-3a', 'PDF/UA-1'] },
  {
    folder: '2.0',
    standards: '[ua-2, a-4f, wtpdf]',
    profiles: ['PDF/A-4f', 'PDF/UA-2 + Tagged PDF', 'WTPDF 1.0 Accessibility'],
  },
];

function findValidator() {
  const jar = join(CACHE, `cli-${VERAPDF_VERSION}.jar`);
  if (!existsSync(jar)) {
    const artifact = `-Dartifact=org.verapdf.apps:cli:${VERAPDF_VERSION}`;
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

/** Builds the PDFs of all projects with the program that users run. */
function buildPapers({ folder, standards }) {
  mkdirSync(join(work, folder));
  return Object.entries(projects).flatMap(([name, writeProject], index) => {
    const root = writeProject(join(work, `${folder}-${index}`));
    appendFileSync(join(root, 'templates/theme/theme.yaml'), `\npdf: { standards: ${standards} }\n`);
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['dist/cli.js', 'build', '--json', '--root', root],
      { encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`${name}: ${stdout}${stderr}`);
    const { files, exemptFiles = [] } = JSON.parse(stdout);
    const editions = [
      [name, files[0]],
      [`${name} exempt edition`, exemptFiles[0]],
    ].filter(([, pdf]) => pdf !== undefined);
    return editions.map(([edition, pdf]) => {
      const path = join(work, folder, `${edition.replace(/[^a-z0-9]+/gi, '-')}.pdf`);
      cpSync(join(root, pdf), path);
      return path;
    });
  });
}

/** Makes the pack of an invented meeting, whose papers have two sizes of page. */
function makePack({ folder, standards }) {
  const root = join(work, `${folder}-pack`);
  writeManyPapers(root, {
    from: 'tests/papers/parks-update',
    period: '2024-25-q2',
    paper: 'parks-update',
    count: 2,
  });
  const theme = join(root, 'templates/theme/theme.yaml');
  const run = (...args) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/cli.js', ...args, '--root', root], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`papers ${args.join(' ')}: ${stdout}${stderr}`);
  };
  appendFileSync(theme, `\npdf: { standards: ${standards} }\n`);
  run('issue', '2024-25-q2', 'parks-update', '--as', '1.0');
  run('issue', '2024-25-q2', 'parks-update-copy-1', '--as', '1.0');
  appendFileSync(theme, 'page: { size: Letter }\n');
  run('issue', '2024-25-q2', 'parks-update-copy-2', '--as', '1.0');
  run('pack', '2024-11-05');
  const path = join(work, folder, 'pack.pdf');
  cpSync(join(root, 'output/packs/2024-11-05/pack.pdf'), path);
  return path;
}

/** Writes a file that breaks every standard: it has no title, and does not say that it is binary. A validator that accepts it does not work. */
function writeControl(pdf, { folder }) {
  const path = join(work, folder, 'negative-control.pdf');
  const text = readFileSync(pdf, 'latin1')
    .replaceAll('dc:title>', 'dc:tilte>')
    .replace(/%\xff+/, '%text');
  writeFileSync(path, Buffer.from(text, 'latin1'));
  return path;
}

/** Returns the results of veraPDF for each file, by its name. */
function validate(files) {
  const { stdout, stderr } = spawnSync(
    'java',
    ['-jar', findValidator(), '--flavour', '0', '--format', 'json', ...files],
    { encoding: 'utf8', maxBuffer: 1e9 },
  );
  try {
    const { report } = JSON.parse(stdout);
    return new Map(report.jobs.map((job) => [basename(job.itemDetails.name), job.validationResult ?? []]));
  } catch {
    throw new Error(`veraPDF gave no report: ${stderr}${stdout.slice(0, 500)}`);
  }
}

let passed = 0;
let failed = 0;

function report(isExpected, words, results) {
  if (isExpected) passed++;
  else failed++;
  console.log(`${isExpected ? 'ok  ' : 'FAIL'} ${words}`);
  if (isExpected) return;
  for (const { profileName, details } of results)
    for (const { clause, description, failedChecks } of details.ruleSummaries)
      console.log(`       ${profileName}, ${clause}: ${description} (${failedChecks})`);
}

/** Issues a paper with the validator. Returns the version that its conformance statement names, or null if it names faults. */
function issueWithValidator({ folder, standards }) {
  const root = copyProject('tests/papers/parks-update', join(work, `${folder}-issued`));
  appendFileSync(join(root, 'templates/theme/theme.yaml'), `\npdf: { standards: ${standards} }\n`);
  const validator = `java -jar ${JSON.stringify(resolve(findValidator()))}`;
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['dist/cli.js', 'issue', '--as', '0.1', '--validator', validator, '--json', '--root', root],
    { encoding: 'utf8' },
  );
  const { folder: issued, problems } = JSON.parse(stdout);
  if (!issued) throw new Error(`${JSON.stringify(problems)}${stderr}`);
  const { validation } = JSON.parse(readFileSync(join(root, issued, 'conformance.json'), 'utf8'));
  return validation.results.every(({ isCompliant }) => isCompliant) ? validation.validator.version : null;
}

for (const set of SETS) {
  const pdfs = [...buildPapers(set), makePack(set)];
  const control = writeControl(pdfs[0], set);
  const results = validate([...pdfs, control]);
  for (const path of pdfs) {
    const found = results.get(basename(path)) ?? [];
    for (const profile of set.profiles) {
      const result = found.find(({ profileName }) => profileName.startsWith(`${profile} `));
      report(result?.compliant === true, `${profile}  ${basename(path)}`, result ? [result] : []);
    }
  }
  const found = results.get(basename(control)) ?? [];
  const isRejected = found.length > 0 && found.every(({ compliant }) => !compliant);
  report(isRejected, `${basename(control)} (must be rejected)`, []);
  const version = issueWithValidator(set);
  report(version === VERAPDF_VERSION, `conformance statement of an issued paper, PDF ${set.folder}`, []);
}
rmSync(work, { recursive: true });
console.log(`conformance: ${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
