import { findTabledPaper } from '../../model/meeting.js';
import type { Inputs } from '../../model/inputs.js';
import { makeError, makeWarning, type Problem } from '../../model/problem.js';
import { findLostVersions } from '../find-lost-versions.js';
import type { Manifest } from '../manifest.js';
import { findHistory } from '../paper-history.js';
import type { Archive, ArchivedVersion } from '../read-archive.js';
import { formatPaperFolder, formatPaperKey, listPaperFolders, slugifyNumber } from '../version-folder.js';
import { checkSuccession, type SuccessionContext } from './check-succession.js';

/** Checks that a version can be issued: its report number, the archive's state and the versions before it. */
export function checkIssue(
  manifest: Manifest,
  inputs: Inputs,
  archive: Archive,
  context: SuccessionContext,
): Problem[] {
  return [
    ...checkNumber(manifest, inputs),
    ...checkSameNumber(manifest, archive.versions),
    ...listPaperFolders(manifest).flatMap((paper) => checkHistory(paper, archive)),
    ...checkSuccession(manifest, findHistory(archive.versions, manifest), context),
    ...checkStatus(manifest, inputs),
  ];
}

/** Requires the number of a final version. Drafts are often written before the agenda gives one. */
function checkNumber({ paper, meeting, status }: Manifest, inputs: Inputs): Problem[] {
  if (status === 'draft' || slugifyNumber(paper.number) !== '') return [];
  const entry = findTabledPaper(inputs.meeting, paper.id);
  return [
    makeError('report-number-given', entry?.place, `${paper.id} has no report number yet`, {
      expected: `number: under ${paper.id}: at the meeting ${meeting} in data/meetings.yaml`,
      hint: "The number is part of the name of the paper's folder in the archive.",
    }),
  ];
}

/** Reports a new report number for a paper that was issued with one, because it would begin a second history. */
export function checkSameNumber(manifest: Manifest, versions: ArchivedVersion[]): Problem[] {
  const other = versions.find(
    (version) =>
      formatPaperKey(version.manifest) === formatPaperKey(manifest) &&
      slugifyNumber(version.manifest.paper.number) !== '' &&
      formatPaperFolder(version.manifest) !== formatPaperFolder(manifest),
  );
  if (!other) return [];
  const { number } = other.manifest.paper;
  const now = manifest.paper.number.trim();
  const message = `this paper was issued as report ${number}, but ${now === '' ? 'it has no number now' : `its number is now ${now}`}`;
  return [
    makeError('report-number-stays', undefined, message, {
      hint: `Restore number: ${number} in data/meetings.yaml. An issued paper cannot change its number.`,
    }),
  ];
}

/** Reports missing or changed versions of the paper. */
function checkHistory(folder: string, archive: Archive): Problem[] {
  const paths = [...archive.faults, ...findLostVersions(archive)]
    .map(({ path }) => path)
    .filter((path) => path.startsWith(`${folder}/`));
  if (paths.length === 0) return [];
  return [
    makeError('history-is-whole', undefined, `the archive is not as issued: ${paths.join(', ')}`, {
      hint: 'Run papers verify, and restore the missing or changed files before you issue another version.',
    }),
  ];
}

/** Warns if the version is final but the author's file says draft. The version decides. */
function checkStatus({ status, version }: Manifest, { paper }: Inputs): Problem[] {
  if (status === 'draft' || paper.status === 'final') return [];
  const message = `version ${version} is final, but the paper's file says status: draft`;
  return [
    makeWarning('final-is-declared', paper.place, message, {
      hint: 'Set status: final if the author agrees that the paper is ready.',
    }),
  ];
}
