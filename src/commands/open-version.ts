import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import type { StoredDocument } from '../archive/document-file.js';
import { ARCHIVE } from '../archive/list-versions.js';
import type { Manifest } from '../archive/manifest.js';
import type { ArchivedVersion } from '../archive/read-archive.js';
import { listPeriods } from '../inputs/project/list-papers.js';
import { readYearStarts } from '../inputs/project/read-year-starts.js';
import { parsePeriod } from '../model/period.js';
import { suggestName } from '../model/suggest-name.js';
import { readIfPresent } from '../disk/read-if-present.js';
import { writeTree } from '../disk/write-tree.js';
import { formatDate } from '../format/dates.js';
import { DATA_MODEL } from '../model/data-model.js';
import { pickEdition, VERSION_PATTERN, type Edition } from '../model/edition.js';
import { sha256 } from '../sha256.js';
import type { Sources } from '../sources/unpack-sources.js';
import { UsageError } from './command.js';
import { formatPath } from './format-path.js';

/** A version of a paper: a project, or an issued version with its sources unpacked. */
export interface OpenVersion {
  root: string;
  /** The data model of the files. Null if they are older than its first number. */
  dataModel: number | null;
  /** The document that was stored when the version was issued. */
  stored: StoredDocument | null;
  /** The PDF that was issued. A project has none. */
  pdf: Uint8Array | null;
  /** The paper, if the version has only one. */
  period?: string | undefined;
  paper?: string | undefined;
  edition?: Edition;
  /** Removes the unpacked sources. */
  close: () => void;
}

/** The project in which to look for a version, and the paper that the user names. */
interface VersionQuery {
  root: string;
  period?: string | undefined;
  paper?: string | undefined;
}

const KINDS =
  'Write "working" for the current project, the name of a period, a version such as 1.0, a PDF, or a folder that has data/ and templates/.';

/**
 * Opens a version by name: "working", a period of the project, an issued version such as "1.0", its folder, a PDF, or another
 * project's folder.
 */
export async function openVersion(name: string, query: VersionQuery): Promise<OpenVersion> {
  if (name === 'working') return openProject(query.root, query);
  if (isPeriod(name, query.root)) return openPeriod(name, query);
  if (existsSync(name)) return await openPath(name, query);
  if (VERSION_PATTERN.test(name)) return await openIssued(await findVersion(name, query));
  const periods = listPeriods(query.root).map(({ id }) => id);
  const lines = [`there is no version "${name}": no period, file or folder has this name`, KINDS];
  throw new UsageError([...lines, suggestName(name, periods) ?? []].flat().join('\n'));
}

/** Returns true for a period on file, and for a name that has the form of a period and names no file. */
function isPeriod(name: string, root: string): boolean {
  if (parsePeriod(name, readYearStarts(root)) === null) return false;
  return listPeriods(root).some(({ id }) => id === name) || !existsSync(name);
}

/** Opens the current paper of a period. Throws UsageError if the name could also be another version. */
function openPeriod(name: string, { root, paper }: VersionQuery): OpenVersion {
  if (existsSync(name) && isVersionPath(name))
    throw new UsageError(
      `"${name}" is a period of the project, and also ${statSync(name).isFile() ? 'a file' : 'a folder'} here\nWrite ./${name} for the ${statSync(name).isFile() ? 'file' : 'folder'}. For the period, run the command in another folder with --root.`,
    );
  return openProject(root, { root, period: name, paper });
}

/** Returns true for a file and for the folder of a project or of an issued version. */
function isVersionPath(path: string): boolean {
  if (statSync(path).isFile() || existsSync(join(path, 'sources.zip'))) return true;
  return ['data', 'templates'].every((folder) => existsSync(join(path, folder)));
}

async function openPath(path: string, query: VersionQuery): Promise<OpenVersion> {
  if (statSync(path).isFile()) return await openPdf(path);
  if (['sources.zip', 'withdrawal.json'].some((name) => existsSync(join(path, name))))
    return await openIssued(path);
  const missing = ['data', 'templates'].filter((folder) => !existsSync(join(path, folder)));
  if (missing.length === 0) return openProject(path, query);
  throw new UsageError(`${path} is not a project: it has no ${missing.join('/ and no ')}/`);
}

function openProject(root: string, { period, paper }: VersionQuery): OpenVersion {
  return { root, dataModel: DATA_MODEL, stored: null, pdf: null, period, paper, close: () => undefined };
}

/** Finds the folder of an issued version. If several papers have it, returns that of the named paper, or of the newest. */
export async function findVersion(name: string, query: VersionQuery): Promise<string> {
  const { readArchive } = await import('../archive/read-archive.js');
  const archive = join(query.root, ARCHIVE);
  const { versions } = readArchive(archive);
  const candidates = versions.filter(({ manifest }) => isQueried(manifest, query));
  const match = candidates.findLast(({ manifest }) => manifest.version === name);
  if (match) return join(archive, match.folder);
  if (candidates.length > 0) throw new UsageError(describeMissingVersion(name, candidates));
  if (versions.length === 0)
    throw new UsageError(
      `version ${name} has not been issued\nNothing has been issued in ${formatPath(query.root, ARCHIVE)}.`,
    );
  throw new UsageError(describeMissingPaper(query, versions));
}

function isQueried({ paper }: Manifest, query: VersionQuery): boolean {
  return (
    (query.period === undefined || paper.period === query.period) &&
    (query.paper === undefined || paper.id === query.paper)
  );
}

function describeMissingVersion(name: string, versions: ArchivedVersion[]): string {
  const issued = new Set(versions.map(({ manifest }) => manifest.version));
  return `version ${name} has not been issued\nIssued: ${[...issued].join(', ')}`;
}

function describeMissingPaper({ period, paper }: VersionQuery, versions: ArchivedVersion[]): string {
  const name = [period, paper].filter((part) => part !== undefined).join(' ');
  const issued = new Set(versions.map(({ manifest }) => `${manifest.paper.period} ${manifest.paper.id}`));
  return [
    `no version of ${name} has been issued`,
    `Issued papers: ${[...issued].join(', ')}. Choose one with --period and --paper.`,
  ].join('\n');
}

/** Opens the sources of an issued version. Throws UsageError if they have changed since. */
async function openIssued(folder: string): Promise<OpenVersion> {
  const { unpackSources } = await import('../sources/unpack-sources.js');
  const { DOCUMENT, decodeDocument } = await import('../archive/document-file.js');
  const { parseManifest } = await import('../archive/parse-manifest.js');
  const { MANIFEST } = await import('../archive/manifest.js');
  const { manifest } = parseManifest(readIfPresent(join(folder, MANIFEST)) ?? Buffer.alloc(0));
  const place = await findFiles(folder);
  const read = (name: string): Uint8Array | null => readUnchanged(place, name, manifest);
  const sources = read('sources.zip') ?? Buffer.alloc(0);
  const document = read(DOCUMENT);
  return {
    ...(await unpack(folder, () => unpackSources(sources))),
    stored: document && decodeDocument(document),
    pdf: read(manifest?.outputs.find(({ name }) => name.endsWith('.pdf'))?.name ?? ''),
  };
}

/** Finds the folder with the files of a version: its own, or the one that keeps them if it was withdrawn. */
async function findFiles(folder: string): Promise<string> {
  const { parseWithdrawal, WITHDRAWAL } = await import('../archive/withdrawal.js');
  const record = readIfPresent(join(folder, WITHDRAWAL));
  const { withdrawal } = record ? parseWithdrawal(record) : { withdrawal: null };
  if (!withdrawal) return folder;
  const { getKeptFolder } = await import('../archive/withdraw/kept-folder.js');
  const archive = resolve(folder, '../../../..');
  const kept = join(getKeptFolder(archive), relative(archive, resolve(folder)));
  if (existsSync(kept)) return kept;
  throw new UsageError(
    `${folder} was withdrawn on ${formatDate(withdrawal.withdrawnOn)}: ${withdrawal.reason}\nIts files are not in ${relative('.', kept)}, so it cannot be opened.`,
  );
}

/** Reads a file of a version's folder. Returns null if there is none. Throws UsageError if it has changed since. */
function readUnchanged(folder: string, name: string, manifest: Manifest | null): Uint8Array | null {
  const path = join(folder, name);
  const bytes = name === '' ? null : readIfPresent(path);
  const issued = manifest?.outputs.find((output) => output.name === name)?.sha256;
  if (bytes ? sha256(bytes) === issued : issued === undefined) return bytes;
  const change = bytes ? 'has changed since it was issued' : 'is missing';
  throw new UsageError(`${path} ${change}\nRun papers verify to see all changes.`);
}

async function openPdf(path: string): Promise<OpenVersion> {
  const { extractSources } = await import('../archive/verify/extract-sources.js');
  const pdf = readFileSync(path);
  return { ...(await unpack(path, () => extractSources(pdf))), pdf };
}

/** Unpacks sources to a temporary folder. Reports unusable sources under the name that the user gave. */
async function unpack(name: string, read: () => Sources | Promise<Sources>): Promise<OpenVersion> {
  const { files, record } = await readSources(name, read);
  const { period, paper, dataModel } = record;
  const root = mkdtempSync(join(tmpdir(), 'papers-version-'));
  writeTree(root, files);
  return {
    root,
    dataModel,
    stored: null,
    pdf: null,
    period,
    paper,
    edition: pickEdition(record),
    close: () => rmSync(root, { recursive: true, force: true }),
  };
}

async function readSources(name: string, read: () => Sources | Promise<Sources>): Promise<Sources> {
  const { InvalidSources } = await import('../sources/unpack-sources.js');
  const { InvalidPdf } = await import('../archive/verify/pdf-objects.js');
  try {
    return await read();
  } catch (error) {
    if (error instanceof InvalidSources || error instanceof InvalidPdf)
      throw new UsageError(`${name}: ${error.message}`);
    throw error;
  }
}
