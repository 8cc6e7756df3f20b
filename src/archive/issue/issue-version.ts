import type { Edition } from '../../model/edition.js';
import { makeError, isError, type Problem } from '../../model/problem.js';
import { describeOwner } from '../pages/archive-owner.js';
import { findChangedPages, derivePages } from '../pages/derive-pages.js';
import { planIssueSteps, removeLeftovers } from './plan-issue-steps.js';
import { makeManifest, type BuiltPaper, type ToolRecord } from '../make-manifest.js';
import { MANIFEST, encodeManifest, type Manifest } from '../manifest.js';
import { formatPaperFolder, formatVersionFolder } from '../version-folder.js';
import {
  getPaperFolder,
  readArchive,
  withVersion,
  type Archive,
  type ArchivedVersion,
} from '../read-archive.js';
import { checkIssue } from './check-issue.js';
import { sha256 } from '../../sha256.js';

/** A version that is on its way into the archive. */
export interface IssueOrder {
  archive: string;
  made: BuiltPaper;
  edition: Edition & { version: string };
  tool: ToolRecord;
  /** The name of the temporary folder in the archive: unique, and begins with STAGING_PREFIX. */
  staging: string;
}

export interface Issued {
  problems: Problem[];
  /** Null where it was refused. */
  version: ArchivedVersion | null;
}

/**
 * Issues a version, or says why not. Only for who has claimed the archive. Throws the disk's own error; the archive is then as it
 * was.
 */
export function issueVersion({ archive, made, edition, tool, staging }: IssueOrder): Issued {
  removeLeftovers(archive);
  const state = readArchive(archive);
  const { manifest, overtaken } = decide(made, edition, tool, state);
  const problems = overtaken ? [overtaken] : checkIssue(manifest, made.inputs, state);
  if (problems.some(isError)) return { problems, version: null };
  const bytes = encodeManifest(manifest);
  const version = { folder: formatVersionFolder(manifest), manifest, sha256: sha256(bytes) };
  const steps = planIssueSteps({
    archive,
    staging,
    folder: version.folder,
    files: [...made.files, { name: MANIFEST, bytes }],
    pages: findChangedPages(
      archive,
      derivePages(withVersion(state, version), describeOwner(made.inputs.organisation)),
    ),
  });
  try {
    for (const step of steps) step.run();
  } catch (error) {
    removeLeftovers(archive);
    throw error;
  }
  return { problems, version };
}

/** The manifest, chained to the newest version; a fault where that is not the one that the paper was made to come after. */
function decide(
  made: BuiltPaper,
  { version, after, note }: IssueOrder['edition'],
  tool: ToolRecord,
  { versions }: Archive,
): { manifest: Manifest; overtaken: Problem | null } {
  const first = makeManifest(made, { version, note, previous: null }, tool);
  const newest = versions.filter((one) => getPaperFolder(one.folder) === formatPaperFolder(first)).at(-1);
  const previous = newest ? { version: newest.manifest.version, manifest: newest.sha256 } : null;
  const overtaken =
    (previous?.version ?? null) === after
      ? null
      : makeError(
          'version-comes-after',
          undefined,
          `${previous?.version ?? 'nothing'} was issued while this was being made`,
          {
            hint: 'Run it again.',
          },
        );
  return { manifest: { ...first, previous }, overtaken };
}
