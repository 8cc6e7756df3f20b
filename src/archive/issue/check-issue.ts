import { compareVersions, formatVersion } from '../../model/edition.js';
import type { Inputs } from '../../model/inputs.js';
import { makeError, makeWarning, type Problem } from '../../model/problem.js';
import type { Manifest } from '../manifest.js';
import { formatPaperFolder, slugifyNumber } from '../version-folder.js';
import { findLostVersions } from '../verify/verify-history.js';
import { getPaperFolder, type Archive, type ArchivedVersion } from '../read-archive.js';

/** What stands against issuing a version, besides what is wrong with the paper itself. */
export function checkIssue(manifest: Manifest, inputs: Inputs, archive: Archive): Problem[] {
  const folder = formatPaperFolder(manifest);
  const history = archive.versions.filter((one) => getPaperFolder(one.folder) === folder);
  const newest = history.at(-1);
  return [
    ...numberIsGiven(manifest, inputs),
    ...numberStays(manifest, folder, archive.versions),
    ...historyIsWhole(folder, archive),
    ...(newest ? followsOn(manifest, newest, history) : []),
    ...finalIsDeclared(manifest, inputs),
  ];
}

function numberIsGiven({ paper, meeting }: Manifest, inputs: Inputs): Problem[] {
  if (slugifyNumber(paper.number) !== '') return [];
  const tabled = inputs.meeting.papers.find((one) => one.id === paper.id);
  return [
    makeError('report-number-given', tabled?.place, `${paper.id} has no report number yet`, {
      expected: `number: under ${paper.id}: at the meeting ${meeting} in data/meetings.yaml`,
      hint: 'The number is part of the place where the paper is kept for good.',
    }),
  ];
}

/** A paper that had another number would begin a second history. */
function numberStays(
  { paper, committee, meeting }: Manifest,
  folder: string,
  versions: ArchivedVersion[],
): Problem[] {
  const other = versions.find(
    (one) =>
      getPaperFolder(one.folder) !== folder &&
      one.manifest.paper.id === paper.id &&
      one.manifest.committee.id === committee.id &&
      one.manifest.meeting === meeting,
  );
  if (!other) return [];
  const { number } = other.manifest.paper;
  return [
    makeError(
      'report-number-stays',
      undefined,
      `this paper has been issued as report ${number}, and is now ${paper.number}`,
      {
        hint: `Keep number: ${number} in data/meetings.yaml: what has been issued cannot be moved.`,
      },
    ),
  ];
}

/** Nothing is put on top of a history with a hole in it. */
function historyIsWhole(folder: string, archive: Archive): Problem[] {
  const broken = [...archive.faults, ...findLostVersions(archive)]
    .map(({ path }) => path)
    .filter((path) => path.startsWith(`${folder}/`));
  if (broken.length === 0) return [];
  return [
    makeError('history-is-whole', undefined, `the archive is not as it was issued: ${broken.join(', ')}`, {
      hint: 'Run papers verify, and bring back what is missing before another version is issued.',
    }),
  ];
}

function followsOn(manifest: Manifest, newest: ArchivedVersion, history: ArchivedVersion[]): Problem[] {
  const { version, madeAt, note, status, paper } = manifest;
  const last = newest.manifest;
  const here = formatVersion(last.version);
  const next = `the next is ${nextVersions(last.version)}`;
  if (history.some((one) => one.manifest.version === version))
    return [
      makeError(
        'version-is-new',
        undefined,
        `${formatVersion(version)} has been issued, and an issued version never changes`,
        {
          expected: next,
        },
      ),
    ];
  if (compareVersions(version, last.version) < 0)
    return [
      makeError('version-comes-after', undefined, `${version} comes before ${here}, which has been issued`, {
        expected: next,
      }),
    ];
  if (paper.quarter !== last.paper.quarter)
    return [
      makeError(
        'version-comes-after',
        undefined,
        `${here} reports on ${last.paper.quarter}, this on ${paper.quarter}`,
        {
          hint: 'A paper of another quarter is another paper: table it at its own meeting in data/meetings.yaml.',
        },
      ),
    ];
  const same = last.content === manifest.content && last.tool.program === manifest.tool.program;
  if (same && last.status === status)
    return [
      makeError('version-differs', undefined, `it says the same as ${here}, word for word`, {
        hint: 'There is nothing to issue: change the paper first.',
      }),
    ];
  return [
    ...(status === 'final' && last.status === 'final' && note === null
      ? [
          makeError(
            'change-is-explained',
            undefined,
            `${here} has been read: what has changed since must be said`,
            {
              expected: '--note "what has changed, in a sentence"',
            },
          ),
        ]
      : []),
    ...(madeAt < last.madeAt
      ? [
          makeError(
            'dates-follow',
            undefined,
            `it is dated ${day(madeAt)}, before ${here} of ${day(last.madeAt)}`,
            {
              hint: 'Set made-at: in the paper, or give --made-at.',
            },
          ),
        ]
      : []),
  ];
}

/** "0.3 or 1.0" after 0.2; "1.2" after 1.1. */
function nextVersions(version: string): string {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major === 0 ? `0.${minor + 1}, or 1.0 for a final` : `${major}.${minor + 1}`;
}

function day(madeAt: string): string {
  return madeAt.slice(0, 10);
}

/** The version decides; that its author has called the paper a draft is worth a look. */
function finalIsDeclared({ status, version }: Manifest, { paper }: Inputs): Problem[] {
  if (status === 'draft' || paper.status === 'final') return [];
  return [
    makeWarning(
      'final-is-declared',
      paper.place,
      `${version} is final, and the paper's own file says status: draft`,
      {
        hint: 'Set status: final where the author agrees that it is ready.',
      },
    ),
  ];
}
