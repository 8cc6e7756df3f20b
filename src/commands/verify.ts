import { readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { ARCHIVE } from '../archive/list-versions.js';
import type { ArchiveVerdict, Rebuilding } from '../archive/verify/verify-archive.js';
import { buildPaper } from '../build-paper.js';
import { VERSION_PATTERN } from '../model/edition.js';
import { findArchiveOwner } from './archive-owner.js';
import { addCommonOptions, HAS_ERRORS, SUCCESS, UsageError, type Options, type Register } from './command.js';
import { print, printJson, progressLine } from './print.js';
import { findVersion } from './open-version.js';
import { makeToolRecord } from './tool-record.js';

interface VerifyOptions extends Options {
  rebuild?: boolean;
}

/** As many are made again unless it is said otherwise: each takes a good part of a second. */
const FEW = 20;

const WHAT = `
[what] is one of:
  all                 the whole archive, which is meant where nothing is said
  a folder            of one version, or with some below it: output/archive/sop/2009-04-02
  a PDF               wherever it comes from: which version it is, or what has been changed in it

Hashes, chain, names and register are always held. Up to ${FEW} versions are also made again from the sources
inside their PDFs; --rebuild does it with any number, --no-rebuild with none.`;

export const registerVerify: Register = (program, finish) => {
  addCommonOptions(program.command('verify').description('say whether what was issued is as it was issued'))
    .argument('[what]', '"all", a version such as 1.0, a folder of the archive, or any PDF', 'all')
    .option('--rebuild', 'make every version again, however many there are')
    .option('--no-rebuild', 'make none again')
    .addHelpText('after', WHAT)
    .action(async (what: string, options: VerifyOptions) => {
      finish(await verify(what, options));
    });
};

async function verify(what: string, options: VerifyOptions): Promise<number> {
  const archive = resolve(options.root, ARCHIVE);
  const path = what === 'all' ? archive : await find(what, options.root);
  if (what !== 'all' && statSync(path).isFile()) return verifyFile(path, archive, options);
  const part = relative(archive, path).split(sep).join('/');
  if (part.startsWith('..')) return verifyFolder(path, '', options); // another archive
  return verifyFolder(archive, part, options);
}

/** A path as it is given, or as it stands in the archive; or the folder of a version such as 1.0. */
async function find(what: string, root: string): Promise<string> {
  const archive = resolve(root, ARCHIVE);
  const found = [resolve(what), join(archive, what)].find((path) =>
    statSync(path, { throwIfNoEntry: false }),
  );
  if (found === undefined && VERSION_PATTERN.test(what)) return resolve(await findVersion(what, { root }));
  if (found === undefined)
    throw new UsageError(
      `there is nothing at ${what}\nName a version such as 1.0, a folder of ${ARCHIVE}, a PDF, or "all".`,
    );
  return found;
}

async function verifyFolder(archive: string, part: string, options: VerifyOptions): Promise<number> {
  const { verifyArchive } = await import('../archive/verify/verify-archive.js');
  const progress = progressLine(options);
  const rebuilds = (versions: number): boolean => options.rebuild ?? versions <= FEW;
  const rebuilding = (versions: number): Rebuilding =>
    rebuilds(versions) ? { build: buildPaper, tool: makeToolRecord() } : null;
  const verdict = await verifyArchive(
    archive,
    part,
    (state) => findArchiveOwner(options.root, state),
    rebuilding,
    (folder) => progress(`verifying ${folder} …`),
  );
  progress('');
  const rebuilt = rebuilds(verdict.versions.length);
  if (options.json) {
    const { faults, remarks, versions } = verdict;
    printJson({
      good: faults.length === 0,
      versions: versions.map(({ folder }) => folder),
      rebuilt,
      faults,
      remarks,
    });
  } else printVerdict(verdict, rebuilt);
  return verdict.faults.length > 0 ? HAS_ERRORS : SUCCESS;
}

function printVerdict({ faults, remarks, versions }: ArchiveVerdict, rebuilt: boolean): void {
  for (const { path, message } of remarks) print(`${path}: ${message}`);
  for (const { path, message } of faults) process.stderr.write(`${path}: error: ${message}\n`);
  const count = `${versions.length} version${versions.length === 1 ? '' : 's'}`;
  if (faults.length > 0) process.stderr.write(`${count} verified: ${faults.length} not as issued\n`);
  else if (versions.length === 0) print('Nothing has been issued.');
  else {
    print(`${count} verified: files, hashes, chain, names and register are as issued.`);
    if (!rebuilt) print('They were not made again from the sources inside: --rebuild does that.');
    else if (remarks.length === 0) print('The sources inside each give the same bytes.');
  }
}

async function verifyFile(path: string, archive: string, options: VerifyOptions): Promise<number> {
  const { LARGEST_PDF } = await import('../archive/verify/read-pdf.js');
  if (statSync(path).size > LARGEST_PDF) throw new UsageError(`${path} is larger than any paper`);
  const { verifyPdf } = await import('../archive/verify/verify-pdf.js');
  const { version, good, said } = await verifyPdf(readFileSync(path), archive, buildPaper, makeToolRecord());
  if (options.json)
    printJson({
      file: path,
      good,
      version: version && { folder: version.folder, version: version.manifest.version },
      said,
    });
  else {
    const [first = '', ...rest] = said;
    print(`${relative('.', path)}: ${first}`);
    for (const line of rest) print(`  ${line}`);
  }
  return good ? SUCCESS : HAS_ERRORS;
}
