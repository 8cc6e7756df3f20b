import type { Edition } from '../../model/edition.js';
import { isError, makeError, type Checked, type Problem } from '../../model/problem.js';
import { sha256 } from '../../sha256.js';
import { makeManifest, type BuiltPaper, type ToolRecord } from '../make-manifest.js';
import { encodeManifest, MANIFEST, type Manifest } from '../manifest.js';
import { describeOwner } from '../pages/archive-owner.js';
import { derivePages, findChangedPages } from '../pages/derive-pages.js';
import { findHistory } from '../paper-history.js';
import { addVersion, readArchive, type Archive, type ArchivedVersion } from '../read-archive.js';
import { removeLeftovers } from '../staging.js';
import { formatPaperFolder, formatVersionFolder } from '../version-folder.js';
import { checkIssue } from './check-issue.js';
import { planIssueSteps, type Step } from './plan-issue-steps.js';

/** A request to issue a built paper. */
export interface IssueRequest {
  archive: string;
  built: BuiltPaper;
  edition: Edition & { version: string };
  tool: ToolRecord;
  /** The name of the temporary folder in the archive: unique, and begins with STAGING_PREFIX. */
  staging: string;
}

/**
 * Issues a version. Returns null and the problems if it is refused. The caller must have the archive locked. Throws the
 * error of a failed write; the archive is then unchanged.
 */
export function issueVersion({
  archive,
  built,
  edition,
  tool,
  staging,
}: IssueRequest): Checked<ArchivedVersion | null> {
  removeLeftovers(archive);
  const state = readArchive(archive);
  const { value: manifest, problems } = planManifest(built, edition, tool, state);
  if (problems.some(isError)) return { value: null, problems };
  const bytes = encodeManifest(manifest);
  const version = { folder: formatVersionFolder(manifest), manifest, sha256: sha256(bytes) };
  const pages = derivePages(addVersion(state, version), describeOwner(built.inputs.organisation));
  const steps = planIssueSteps({
    archive,
    staging,
    folder: version.folder,
    files: [...built.files, { name: MANIFEST, bytes }],
    pages: findChangedPages(archive, pages),
  });
  runSteps(steps, archive);
  return { value: version, problems };
}

/** Makes the manifest, with the newest version as its predecessor, and checks whether it can be issued. */
function planManifest(
  built: BuiltPaper,
  { version, after, note }: IssueRequest['edition'],
  tool: ToolRecord,
  archive: Archive,
): Checked<Manifest> {
  const first = makeManifest(built, { version, note, previous: null }, tool);
  const newest = findHistory(archive.versions, formatPaperFolder(first)).at(-1);
  const previous = newest ? { version: newest.manifest.version, manifest: newest.sha256 } : null;
  const manifest = { ...first, previous };
  const newestVersion = previous?.version ?? null;
  return {
    value: manifest,
    problems:
      newestVersion === after
        ? checkIssue(manifest, built.inputs, archive)
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

function runSteps(steps: Step[], archive: string): void {
  try {
    for (const step of steps) step.run();
  } catch (error) {
    removeLeftovers(archive);
    throw error;
  }
}
