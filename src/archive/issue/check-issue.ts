import { findTabledPaper } from '../../model/meeting.js';
import type { Inputs } from '../../model/inputs.js';
import { makeError, makeWarning, type Problem } from '../../model/problem.js';
import { findLostVersions } from '../find-lost-versions.js';
import type { Manifest } from '../manifest.js';
import { findHistory } from '../paper-history.js';
import type { Archive, ArchivedVersion } from '../read-archive.js';
import { formatPaperFolder, getPaperFolder, slugifyNumber } from '../version-folder.js';
import { checkSuccession } from './check-succession.js';

/** Checks whether a version can be issued: its report number, the archive's state and the versions before it. */
export function checkIssue(manifest: Manifest, inputs: Inputs, archive: Archive): Problem[] {
  const folder = formatPaperFolder(manifest);
  return [
    ...checkNumber(manifest, inputs),
    ...checkSameNumber(manifest, folder, archive.versions),
    ...checkHistory(folder, archive),
    ...checkSuccession(manifest, findHistory(archive.versions, folder)),
    ...checkStatus(manifest, inputs),
  ];
}

function checkNumber({ paper, meeting }: Manifest, inputs: Inputs): Problem[] {
  if (slugifyNumber(paper.number) !== '') return [];
  const entry = findTabledPaper(inputs.meeting, paper.id);
  return [
    makeError('report-number-given', entry?.place, `${paper.id} has no report number yet`, {
      expected: `number: under ${paper.id}: at the meeting ${meeting} in data/meetings.yaml`,
      hint: "The number is part of the name of the paper's folder in the archive.",
    }),
  ];
}

/** Reports a new report number for an issued paper, because it would begin a second history. */
function checkSameNumber(
  { paper, committee, meeting }: Manifest,
  paperFolder: string,
  versions: ArchivedVersion[],
): Problem[] {
  const other = versions.find(
    ({ folder, manifest }) =>
      getPaperFolder(folder) !== paperFolder &&
      manifest.paper.id === paper.id &&
      manifest.committee.id === committee.id &&
      manifest.meeting === meeting,
  );
  if (!other || paper.number.trim() === '') return [];
  const { number } = other.manifest.paper;
  const message = `this paper was issued as report ${number}, but its number is now ${paper.number}`;
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
