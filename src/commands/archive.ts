import { InvalidArgumentError } from 'commander';
import { join } from 'node:path';
import { ARCHIVE } from '../archive/list-versions.js';
import { getPaperFolder, type Archive, type ArchivedVersion } from '../archive/read-archive.js';
import { explainDiskError } from '../report/describe-problems.js';
import { formatColumns } from '../report/format-table.js';
import { findArchiveOwner } from './archive-owner.js';
import { withArchiveLock } from './with-archive-lock.js';
import { addCommonOptions, HAS_ERRORS, SUCCESS, type Options, type Register } from './command.js';
import { print, printJson } from './print.js';

interface ArchiveOptions extends Options {
  committee?: string;
  meeting?: string;
  paper?: string;
}

export const registerArchive: Register = (program, finish) => {
  addCommonOptions(
    program
      .command('archive')
      .description('list what has been issued, and bring the index page of the archive up to date'),
  )
    .option('--committee <committee>', 'only of this committee, such as sop')
    .option(
      '--meeting <date>',
      'only of this meeting, as YYYY-MM-DD; or of a month, or of a year',
      readPeriod,
    )
    .option('--paper <paper>', 'only this paper, by its name or its report number')
    .action(async (options: ArchiveOptions) => {
      finish(await list(options));
    });
};

async function list(options: ArchiveOptions): Promise<number> {
  const { readArchive } = await import('../archive/read-archive.js');
  const { findLostVersions: lostVersions } = await import('../archive/verify/verify-history.js');
  const archive = join(options.root, ARCHIVE);
  const state = readArchive(archive);
  const lost = [...state.faults, ...lostVersions(state)];
  const pages = lost.length > 0 ? [] : await refresh(archive, state, options.root);
  const shown = state.versions.filter((version) => isAskedFor(version, options));
  const newest = newestOf(state);
  const supersededBy = (version: ArchivedVersion): string | null => {
    const last = newest.get(getPaperFolder(version.folder)) ?? version;
    return last === version ? null : last.manifest.version;
  };
  if (options.json)
    printJson({
      versions: shown.map((version) => ({
        folder: `${ARCHIVE}/${version.folder}`,
        manifestSha256: version.sha256,
        supersededBy: supersededBy(version),
        ...version.manifest,
      })),
      pages: pages.map((name) => `${ARCHIVE}/${name}`),
      faults: lost,
    });
  else {
    print(
      shown.length > 0
        ? formatColumns(shown.map((version) => row(version, supersededBy(version))))
        : nothing(state),
    );
    for (const name of pages) print(`wrote ${ARCHIVE}/${name}`);
    for (const { path, message } of lost) process.stderr.write(`${path}: error: ${message}\n`);
    if (lost.length > 0)
      process.stderr.write('The index is as it was. papers verify says more of what is wrong.\n');
  }
  return lost.length > 0 ? HAS_ERRORS : SUCCESS;
}

/** Only what is not as it should be is written, and who may only read the archive can list it all the same. */
async function refresh(archive: string, state: Archive, root: string): Promise<string[]> {
  if (state.versions.length === 0) return [];
  const { findChangedPages: changedPages, derivePages } = await import('../archive/pages/derive-pages.js');
  const owner = findArchiveOwner(root, state);
  if (changedPages(archive, derivePages(state, owner)).length === 0) return [];
  const { refreshPages } = await import('../archive/pages/refresh-pages.js');
  try {
    return await withArchiveLock(archive, () => refreshPages(archive, owner));
  } catch (error) {
    const words = explainDiskError(error);
    if (words === null) throw error;
    process.stderr.write(`The index could not be written: ${words}\n`);
    return [];
  }
}

function isAskedFor({ manifest }: ArchivedVersion, { committee, meeting, paper }: ArchiveOptions): boolean {
  return (
    (committee === undefined || manifest.committee.id === committee) &&
    (meeting === undefined || manifest.meeting.startsWith(meeting)) &&
    (paper === undefined || [manifest.paper.id, manifest.paper.number].includes(paper))
  );
}

/** The newest version of each paper, by the paper's folder. */
function newestOf({ versions }: Archive): Map<string, ArchivedVersion> {
  return new Map(versions.map((version) => [getPaperFolder(version.folder), version]));
}

function row(version: ArchivedVersion, supersededBy: string | null): string[] {
  const { meeting, committee, paper, version: number, status, note } = version.manifest;
  const standing = supersededBy === null ? status : `superseded by ${supersededBy}`;
  return [meeting, committee.id, paper.number, paper.id, number, standing, note ?? ''];
}

function nothing({ versions }: Archive): string {
  return versions.length === 0 ? 'Nothing has been issued.' : 'Nothing that was issued is as asked for.';
}

function readPeriod(text: string): string {
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(text))
    throw new InvalidArgumentError('It is not a day as YYYY-MM-DD, a month as YYYY-MM, or a year.');
  return text;
}
