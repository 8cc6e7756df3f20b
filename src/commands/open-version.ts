import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ARCHIVE } from '../archive/list-versions.js';
import { writeTree } from '../disk/write-tree.js';
import type { Sources } from '../sources/unpack-sources.js';
import { VERSION_PATTERN, type Edition } from '../model/edition.js';
import { UsageError } from './command.js';

/** A version of a paper to build from: a project, or what an issued version was made from, unpacked for the while. */
export interface OpenVersion {
  root: string;
  /** Which paper of it is meant, where that is settled. */
  quarter?: string | undefined;
  paper?: string | undefined;
  edition?: Edition;
  close: () => void;
}

/** What a version is asked for with. */
interface Wanted {
  root: string;
  quarter?: string | undefined;
  paper?: string | undefined;
}

const KINDS =
  'Write "working" for the present project, a version such as 1.0, a PDF, or a folder that holds data/ and templates/.';

/** Opens a version by its name: "working", "1.0" of the archive, a version's folder there, a PDF of anywhere, another project. */
export async function openVersion(name: string, wanted: Wanted): Promise<OpenVersion> {
  const { root, quarter, paper } = wanted;
  const project = (folder: string): OpenVersion => ({ root: folder, quarter, paper, close: () => undefined });
  if (name === 'working') return project(root);
  if (existsSync(name)) {
    if (statSync(name).isFile()) return await openPdf(name);
    if (existsSync(join(name, 'sources.zip'))) return await openFolder(name);
    const missing = ['data', 'templates'].filter((folder) => !existsSync(join(name, folder)));
    if (missing.length === 0) return project(name);
    throw new UsageError(`${name} is no project: it has no ${missing.join('/ and no ')}/`);
  }
  if (VERSION_PATTERN.test(name)) return await openFolder(await findVersion(name, wanted));
  throw new UsageError(`there is no version "${name}": no file or folder has this name\n${KINDS}`);
}

/** The folder of an issued version; of several papers that have it, the one that is asked for, or the newest. */
export async function findVersion(name: string, { root, quarter, paper }: Wanted): Promise<string> {
  const { readArchive } = await import('../archive/read-archive.js');
  const archive = join(root, ARCHIVE);
  const { versions } = readArchive(archive);
  const issued = versions.filter(
    ({ manifest }) =>
      (quarter === undefined || manifest.paper.quarter === quarter) &&
      (paper === undefined || manifest.paper.id === paper),
  );
  const found = issued.filter(({ manifest }) => manifest.version === name).at(-1);
  if (found) return join(archive, found.folder);
  const known = [...new Set(issued.map(({ manifest }) => manifest.version))];
  const others = [...new Set(versions.map(({ manifest: { paper: one } }) => `${one.quarter} ${one.id}`))];
  if (known.length > 0)
    throw new UsageError(`version ${name} has not been issued\nIssued: ${known.join(', ')}`);
  if (others.length === 0)
    throw new UsageError(`version ${name} has not been issued\nNothing has been issued in ${archive}.`);
  throw new UsageError(
    `no version has been issued of ${[quarter, paper].join(' ')}\nOf others there are: ${others.join(', ')}. Say with --quarter and --paper which is meant.`,
  );
}

/** Sources that are not those that were issued would be compared as if they were: they are refused. */
async function openFolder(folder: string): Promise<OpenVersion> {
  const { unpackSources } = await import('../sources/unpack-sources.js');
  const { isUnchanged: isAsIssued } = await import('../archive/verify/is-unchanged.js');
  const bytes = readFileSync(join(folder, 'sources.zip'));
  if (!isAsIssued(folder, 'sources.zip', bytes))
    throw new UsageError(
      `${join(folder, 'sources.zip')} is not as it was issued\nWhat else is not: npx papers verify`,
    );
  return unpacked(folder, () => unpackSources(bytes));
}

async function openPdf(path: string): Promise<OpenVersion> {
  const { extractSources: sourcesOf } = await import('../archive/verify/extract-sources.js');
  return unpacked(path, () => sourcesOf(readFileSync(path)));
}

async function unpacked(name: string, read: () => Sources | Promise<Sources>): Promise<OpenVersion> {
  const { InvalidSources: InvalidSources } = await import('../sources/unpack-sources.js');
  const { InvalidPdf: InvalidPdf } = await import('../archive/verify/pdf-objects.js');
  let sources: Sources;
  try {
    sources = await read();
  } catch (error) {
    if (error instanceof InvalidSources || error instanceof InvalidPdf)
      throw new UsageError(`${name}: ${error.message}`);
    throw error;
  }
  const root = mkdtempSync(join(tmpdir(), 'papers-version-'));
  const { quarter, paper, version, after, note } = sources.record;
  writeTree(root, sources.files);
  return {
    root,
    quarter,
    paper,
    edition: { version, after, note },
    close: () => rmSync(root, { recursive: true, force: true }),
  };
}
