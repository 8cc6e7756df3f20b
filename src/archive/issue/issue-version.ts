import type { NewFile } from '../../disk/write-synced.js';
import type { Edition } from '../../model/edition.js';
import { isError, makeError, type Checked, type Problem } from '../../model/problem.js';
import { sha256 } from '../../sha256.js';
import { completeRegister } from '../complete-register.js';
import { makeManifest, type BuiltPaper, type ToolRecord } from '../make-manifest.js';
import { encodeManifest, MANIFEST, type Manifest } from '../manifest.js';
import { describeOwner } from '../pages/archive-owner.js';
import { derivePages, findChangedPages } from '../pages/derive-pages.js';
import { findHistory } from '../paper-history.js';
import { addVersion, readArchive, type Archive, type ArchivedVersion } from '../read-archive.js';
import { removeLeftovers } from '../staging.js';
import { formatVersionFolder } from '../version-folder.js';
import { checkIssue, checkSameNumber } from './check-issue.js';
import type { OtherEdition } from './other-edition.js';
import { runSteps } from '../step.js';
import { planIssueSteps } from './plan-issue-steps.js';

/** A request to issue a built paper. */
export interface IssueRequest {
  archive: string;
  built: BuiltPaper;
  edition: Edition & { version: string };
  tool: ToolRecord;
  /** True if the user stated the date of the files for this version, and it was not taken over from the paper. */
  isDateStated: boolean;
  /** The other edition of the paper. */
  otherEdition: OtherEdition;
}

/** A version that has not been issued yet. */
export interface PlannedIssue {
  version: ArchivedVersion;
  /** The files of the version's folder. */
  files: NewFile[];
  /** The derived pages that change, such as the register and the index. */
  pages: NewFile[];
}

/** Plans the issue of a version. Returns null and the problems if it is refused. Writes nothing. */
export function planIssue(request: IssueRequest): Checked<PlannedIssue | null> {
  const { archive, built } = request;
  const state = readArchive(archive);
  const { value: manifest, problems } = planManifest(request, state);
  if (problems.some(isError)) return { value: null, problems };
  const bytes = encodeManifest(manifest);
  const version = {
    folder: formatVersionFolder(manifest),
    manifest,
    sha256: sha256(bytes),
    withdrawal: null,
  };
  // What an interrupted command left out comes before the new version, as it would have.
  const completed = { ...state, register: completeRegister(state) };
  const pages = derivePages(addVersion(completed, version), describeOwner(built.inputs.organisation));
  return {
    value: {
      version,
      files: [...built.files, { name: MANIFEST, bytes }],
      pages: findChangedPages(archive, pages),
    },
    problems,
  };
}

/**
 * Issues a version. Returns null and the problems if it is refused. The caller must have the archive locked. `staging` names the
 * temporary folder in the archive: it is unique, and begins with STAGING_PREFIX. Throws the error of a failed write; the archive is
 * then unchanged.
 */
export function issueVersion(request: IssueRequest, staging: string): Checked<ArchivedVersion | null> {
  const { archive } = request;
  removeLeftovers(archive);
  const { value: planned, problems } = planIssue(request);
  if (!planned) return { value: null, problems };
  const { version, files, pages } = planned;
  runSteps(planIssueSteps({ archive, staging, folder: version.folder, files, pages }), [archive]);
  return { value: version, problems };
}

/** Makes the manifest, with the newest version as its predecessor, and checks whether it can be issued. */
function planManifest(request: IssueRequest, archive: Archive): Checked<Manifest> {
  const { built, edition, tool } = request;
  const { version, after, note } = edition;
  const first = makeManifest(built, { version, note, previous: null }, tool);
  const newest = findHistory(archive.versions, first).at(-1);
  const previous = newest ? { version: newest.manifest.version, manifest: newest.sha256 } : null;
  const manifest = { ...first, previous };
  const newestVersion = previous?.version ?? null;
  // The paper was built after the versions of its number. With another number, it does not know those of the old one.
  const isRenumbered = checkSameNumber(manifest, archive.versions).length > 0;
  return {
    value: manifest,
    problems:
      newestVersion === after || isRenumbered
        ? checkIssue(manifest, built.inputs, archive, request)
        : [reportConcurrentIssue(newestVersion)],
  };
}

/** Reports that the archive has changed since the paper was built. The paper names the version that it follows. */
function reportConcurrentIssue(newest: string | null): Problem {
  const message =
    newest === null
      ? 'the newest version was removed while the paper was being built'
      : `version ${newest} was issued while the paper was being built`;
  return makeError('version-comes-after', undefined, message, { hint: 'Run the command again.' });
}
