import { InvalidArgumentError } from 'commander';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ARCHIVE } from '../archive/list-versions.js';
import type { Manifest } from '../archive/manifest.js';
import type { Archive, ArchivedVersion, ArchiveFinding } from '../archive/read-archive.js';
import { groupByPaper } from '../archive/paper-history.js';
import type { refreshPages } from '../archive/pages/refresh-pages.js';
import { explainDiskError } from '../report/explain-disk-error.js';
import { formatColumns } from '../format/columns.js';
import { findArchiveOwner } from './archive-owner.js';
import { addCommonOptions, HAS_ERRORS, SUCCESS, type Options, type Register } from './command.js';
import { formatPath } from './format-path.js';
import { print, printJson } from './print.js';
import { requireProject } from './require-project.js';
import { isArchiveBusy, withArchiveLock } from './with-archive-lock.js';

interface ArchiveOptions extends Options {
  committee?: string;
  meeting?: string;
  paper?: string;
}

const EXAMPLES = `
Examples:
  papers archive                          every version
  papers archive --meeting 2009           the meetings of a year
  papers archive --committee performance  one committee`;

export const registerArchive: Register = (program, finish) => {
  addCommonOptions(
    program.command('archive').description('list issued versions and update the index page of the archive'),
  )
    .option('--committee <committee>', 'list only this committee, such as performance')
    .option(
      '--meeting <date>',
      'list only this meeting, as YYYY-MM-DD, or the meetings of a month or a year',
      parsePeriod,
    )
    .option('--paper <paper>', 'list only this paper, by its name or report number')
    .addHelpText('after', EXAMPLES)
    .action(async (options: ArchiveOptions) => {
      finish(await listArchive(options));
    });
};

/** A version in the list, and the newest version of its paper if it is another. */
interface ListedVersion {
  version: ArchivedVersion;
  supersededBy: string | null;
}

async function listArchive(options: ArchiveOptions): Promise<number> {
  const { readArchive } = await import('../archive/read-archive.js');
  const { findLostVersions } = await import('../archive/find-lost-versions.js');
  const archive = join(options.root, ARCHIVE);
  if (!existsSync(archive)) requireProject(options.root);
  const state = readArchive(archive);
  const faults = [...state.faults, ...findLostVersions(state)];
  const pages = faults.length > 0 ? NO_PAGES : await updatePages(archive, state, options.root);
  const listed = findSuperseded(state).filter(({ version }) => matchesOptions(version.manifest, options));
  if (options.json) printJson(toJson(listed, pages, faults));
  else {
    print(listed.length > 0 ? formatColumns(listed.map(formatRow)).join('\n') : describeEmptyList(state));
    for (const name of pages.written) print(`wrote ${formatPath(options.root, `${ARCHIVE}/${name}`)}`);
    for (const name of pages.removed) print(`removed ${formatPath(options.root, `${ARCHIVE}/${name}`)}`);
    reportFaults(faults, archive);
  }
  return faults.length > 0 ? HAS_ERRORS : SUCCESS;
}

/** The names of the pages that were written and removed. */
type UpdatedPages = ReturnType<typeof refreshPages>;
const NO_PAGES: UpdatedPages = { written: [], removed: [] };

/**
 * Updates the derived pages that are out of date, and removes the leftovers of crashed programs. A user who may only read the archive
 * gets a warning instead.
 */
async function updatePages(archive: string, state: Archive, root: string): Promise<UpdatedPages> {
  if (state.versions.length === 0) return NO_PAGES;
  const { listLeftovers } = await import('../archive/staging.js');
  const { findStalePages, refreshPages } = await import('../archive/pages/refresh-pages.js');
  const owner = findArchiveOwner(root, state);
  const { changed, needless } = findStalePages(archive, state, owner);
  try {
    const isTidy = isArchiveBusy(archive) || listLeftovers(archive).length === 0;
    if (isTidy && changed.length + needless.length === 0) return NO_PAGES;
    return await withArchiveLock(archive, () => refreshPages(archive, owner));
  } catch (error) {
    const explanation = explainDiskError(error);
    if (explanation === null) throw error;
    process.stderr.write(`The index could not be written: ${explanation}\n`);
    return NO_PAGES;
  }
}

function findSuperseded({ versions }: Archive): ListedVersion[] {
  return groupByPaper(versions).flatMap((history) => {
    const newest = history.at(-1)?.manifest.version ?? null;
    return history.map((version) => ({
      version,
      supersededBy: newest === version.manifest.version ? null : newest,
    }));
  });
}

function matchesOptions(manifest: Manifest, { committee, meeting, paper }: ArchiveOptions): boolean {
  return (
    (committee === undefined || manifest.committee.id === committee) &&
    (meeting === undefined || manifest.meeting.startsWith(meeting)) &&
    (paper === undefined || [manifest.paper.id, manifest.paper.number].includes(paper))
  );
}

function toJson(
  listed: ListedVersion[],
  { written, removed }: UpdatedPages,
  faults: ArchiveFinding[],
): Record<string, unknown> {
  return {
    versions: listed.map(({ version, supersededBy }) => ({
      folder: `${ARCHIVE}/${version.folder}`,
      manifestSha256: version.sha256,
      supersededBy,
      withdrawal: version.withdrawal && {
        on: version.withdrawal.withdrawnOn,
        reason: version.withdrawal.reason,
      },
      ...version.manifest,
    })),
    pages: written.map((name) => `${ARCHIVE}/${name}`),
    removed: removed.map((name) => `${ARCHIVE}/${name}`),
    faults,
  };
}

function formatRow({ version: { manifest, withdrawal }, supersededBy }: ListedVersion): string[] {
  const { meeting, committee, paper, version, note } = manifest;
  const status = supersededBy === null ? manifest.status : `superseded by ${supersededBy}`;
  const [shown, words] = withdrawal
    ? [`withdrawn on ${withdrawal.withdrawnOn}`, withdrawal.reason]
    : [status, note ?? ''];
  return [meeting, committee.id, paper.number || '–', paper.id, version, shown, words];
}

function describeEmptyList({ versions }: Archive): string {
  return versions.length === 0 ? 'Nothing has been issued.' : 'No issued version matches the options.';
}

function reportFaults(faults: ArchiveFinding[], archive: string): void {
  for (const { path, message } of faults)
    process.stderr.write(`${formatPath(archive, path)}: error: ${message}\n`);
  if (faults.length > 0)
    process.stderr.write('The index is unchanged. Run papers verify to see all errors of the archive.\n');
}

function parsePeriod(text: string): string {
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(text))
    throw new InvalidArgumentError('Write a day as YYYY-MM-DD, a month as YYYY-MM, or a year.');
  return text;
}
