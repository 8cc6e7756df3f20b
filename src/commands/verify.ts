import { InvalidArgumentError } from 'commander';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { ARCHIVE, EXEMPT_ARCHIVE } from '../archive/list-versions.js';
import type { ArchiveVerdict } from '../archive/verify/verify-archive.js';
import type { Rebuilder } from '../archive/verify/verify-rebuild.js';
import { buildPaper } from '../build-paper.js';
import { VERSION_PATTERN } from '../model/edition.js';
import { readArchiveOwner } from './archive-owner.js';
import { addCommonOptions, HAS_ERRORS, SUCCESS, UsageError, type Options, type Register } from './command.js';
import { findVersion } from './open-version.js';
import { print, printJson, createProgressLine } from './print.js';
import { printVerdict } from './print-verdict.js';
import { readTrusted } from './read-trusted.js';
import { requireProject } from './require-project.js';
import { makeToolRecord } from './make-tool-record.js';

interface VerifyOptions extends Options {
  rebuild?: boolean;
  expect?: string;
  certificate?: string;
}

/** The most versions that are rebuilt by default. Each takes a good part of a second. */
const MOST_REBUILDS = 20;

const HELP = `
[what] is one of:
  all                 the whole archive, which is the default
  1.0                 a version
  a folder            of one version or of several, such as output/archive/performance/2009-04-02
  a PDF               any file: shows which version it is, or what has changed in it

Hashes, chain, names and register are always checked. Up to ${MOST_REBUILDS} versions are also rebuilt from the
sources inside their PDFs. --rebuild rebuilds any number, --no-rebuild rebuilds none.

--expect takes the SHA-256 of the register that an earlier "papers verify" printed. Keep it outside the archive:
with it, verify also notices versions that were taken back with their lines, or an archive that is gone.

Seals of a time-stamping authority, which "papers seal" adds, are checked without a network, against the certificate that
data/organisation.yaml names under time-stamping:, or --certificate.

Examples:
  papers verify                         the whole archive
  papers verify 1.0                     a version
  papers verify ~/Downloads/paper.pdf   a PDF that was sent to you`;

export const registerVerify: Register = (program, finish) => {
  addCommonOptions(program.command('verify').description('check that issued versions are unchanged'))
    .argument('[what]', '"all", a version such as 1.0, a folder of the archive, or any PDF', 'all')
    .option('--rebuild', 'rebuild every version, however many there are')
    .option('--no-rebuild', 'rebuild no version')
    .option('--expect <sha256>', 'fail unless the archive continues an earlier register', parseHash)
    .option('--certificate <file>', 'check seals with the certificates of this PEM file')
    .addHelpText('after', HELP)
    .action(async (what: string, options: VerifyOptions) => {
      finish(await verify(what, options));
    });
};

function parseHash(text: string): string {
  const hash = text.trim().toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(hash))
    throw new InvalidArgumentError('A SHA-256 has 64 digits from 0 to f, as papers verify prints it.');
  return hash;
}

async function verify(what: string, options: VerifyOptions): Promise<number> {
  const archive = resolve(options.root, ARCHIVE);
  if (what === 'all' && !existsSync(archive)) requireProject(options.root);
  const path = what === 'all' ? archive : await findTarget(what, options.root);
  const isFile = what !== 'all' && statSync(path).isFile();
  if (isFile && options.expect !== undefined)
    throw new UsageError('--expect checks the archive, not a PDF\nLeave out the name of the PDF.');
  if (isFile) return verifyFile(path, archive, options);
  const exemptArchive = resolve(options.root, EXEMPT_ARCHIVE);
  if (what === 'all' && existsSync(exemptArchive)) return verifyBoth(archive, exemptArchive, options);
  const home = [archive, exemptArchive].find((folder) => !getPart(folder, path).startsWith('..'));
  const checked = await checkFolder(home ?? path, home === undefined ? '' : getPart(home, path), options);
  if (options.json) printJson(toJson(checked));
  else printVerdict(checked.verdict, home ?? path, checked.isRebuilt);
  return hasFaults(checked) ? HAS_ERRORS : SUCCESS;
}

/** Returns the path of a folder below an archive. It begins with `..` for a folder elsewhere. */
function getPart(archive: string, path: string): string {
  return relative(archive, path).split(sep).join('/');
}

/** Verifies the archives of both editions. `--expect` and the certificate are about the public one. */
async function verifyBoth(archive: string, exemptArchive: string, options: VerifyOptions): Promise<number> {
  const { root, json, rebuild } = options;
  const published = await checkFolder(archive, '', options);
  const exempt = await checkFolder(exemptArchive, '', {
    root,
    ...(json !== undefined && { json }),
    ...(rebuild !== undefined && { rebuild }),
  });
  const isGood = !hasFaults(published) && !hasFaults(exempt);
  if (json) printJson({ ...toJson(published), good: isGood, exempt: toJson(exempt) });
  else {
    printVerdict(published.verdict, archive, published.isRebuilt);
    print(`\nExempt editions, in ${EXEMPT_ARCHIVE}:`);
    printVerdict(exempt.verdict, exemptArchive, exempt.isRebuilt);
    print(isGood ? '\nBoth archives are fine.' : '\nNot both archives are as issued: see the faults above.');
  }
  return isGood ? SUCCESS : HAS_ERRORS;
}

/** Finds a path, which may be relative to the archive, or the folder of a version such as 1.0. */
async function findTarget(what: string, root: string): Promise<string> {
  const candidates = [resolve(what), resolve(root, ARCHIVE, what)];
  const path = candidates.find((candidate) => statSync(candidate, { throwIfNoEntry: false }));
  if (path !== undefined) return path;
  if (VERSION_PATTERN.test(what)) return resolve(await findVersion(what, { root }));
  throw new UsageError(
    `there is no file or folder ${what}\nName a version such as 1.0, a folder of ${ARCHIVE}, a PDF, or "all".`,
  );
}

/** The verdict on an archive or a part of it. */
interface CheckedFolder {
  verdict: ArchiveVerdict;
  isRebuilt: boolean;
}

function hasFaults({ verdict }: CheckedFolder): boolean {
  return verdict.faults.length > 0;
}

async function checkFolder(archive: string, part: string, options: VerifyOptions): Promise<CheckedFolder> {
  const { verifyArchive } = await import('../archive/verify/verify-archive.js');
  const showProgress = createProgressLine(options);
  const mustRebuild = (versions: number): boolean => options.rebuild ?? versions <= MOST_REBUILDS;
  const verdict = await verifyArchive(archive, {
    part,
    expected: options.expect ?? null,
    owner: readArchiveOwner(options.root),
    trusted: readTrusted(options),
    chooseRebuilder: (versions) => (mustRebuild(versions) ? makeRebuilder() : null),
    onVersion: (folder) => showProgress(`verifying ${folder} …`),
  });
  showProgress('');
  return { verdict, isRebuilt: mustRebuild(verdict.versions.length) };
}

function makeRebuilder(): Rebuilder {
  return { build: buildPaper, tool: makeToolRecord() };
}

function toJson({ verdict, isRebuilt }: CheckedFolder): Record<string, unknown> {
  const { faults, remarks, otherBuilds, versions, register, seals } = verdict;
  return {
    good: faults.length === 0,
    versions: versions.map(({ folder }) => folder),
    withdrawn: versions.filter(({ withdrawal }) => withdrawal !== null).map(({ folder }) => folder),
    rebuilt: isRebuilt,
    register,
    faults,
    remarks,
    otherBuilds,
    seals,
  };
}

async function verifyFile(path: string, archive: string, options: VerifyOptions): Promise<number> {
  const { LARGEST_PDF } = await import('../archive/verify/read-pdf.js');
  if (statSync(path).size > LARGEST_PDF) throw new UsageError(`${path} is larger than any paper`);
  const { verifyPdf } = await import('../archive/verify/verify-pdf.js');
  const { version, isGood, statements } = await verifyPdf(readFileSync(path), archive, makeRebuilder());
  if (options.json)
    printJson({
      file: path,
      good: isGood,
      version: version && { folder: version.folder, version: version.manifest.version },
      said: statements,
    });
  else print(`${relative('.', path)} ${isGood ? 'is fine' : 'is not confirmed'}: ${statements.join('\n  ')}`);
  return isGood ? SUCCESS : HAS_ERRORS;
}
