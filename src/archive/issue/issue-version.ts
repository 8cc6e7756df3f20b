import type { Edition } from '../../model/edition.js';
import { makeError, isError, type Problem } from '../../model/problem.js';
import { ownerOf } from '../pages/archive-owner.js';
import { changedPages, derivePages } from '../pages/derive-pages.js';
import { issueSteps, removeLeftovers } from './issue-steps.js';
import { makeManifest, type Made, type ToolRecord } from './make-manifest.js';
import { MANIFEST, manifestBytes, type Manifest } from '../manifest.js';
import { placeOfPaper, placeOfVersion } from '../place-of-version.js';
import { parentOf, readArchive, withVersion, type Archive, type ArchivedVersion } from '../read-archive.js';
import { refuseIssue } from './refuse-issue.js';
import { sha256 } from '../../sha256.js';

/** A version that is on its way into the archive. */
export interface IssueOrder {
  archive: string;
  made: Made;
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
  const problems = overtaken ? [overtaken] : refuseIssue(manifest, made.inputs, state);
  if (problems.some(isError)) return { problems, version: null };
  const bytes = manifestBytes(manifest);
  const version = { folder: placeOfVersion(manifest), manifest, sha256: sha256(bytes) };
  const steps = issueSteps({
    archive,
    staging,
    folder: version.folder,
    files: [...made.files, { name: MANIFEST, bytes }],
    pages: changedPages(archive, derivePages(withVersion(state, version), ownerOf(made.inputs.organisation))),
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
  made: Made,
  { version, after, note }: IssueOrder['edition'],
  tool: ToolRecord,
  { versions }: Archive,
): { manifest: Manifest; overtaken: Problem | null } {
  const first = makeManifest(made, { version, note, previous: null }, tool);
  const newest = versions.filter((one) => parentOf(one.folder) === placeOfPaper(first)).at(-1);
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
