import { groupByPaper } from './paper-history.js';
import type { Archive, ArchivedVersion } from './read-archive.js';

/** The versions of a paper that a meeting's pack may have. */
export interface IssuedPaper {
  /** The newest final version. Null if there are only drafts. */
  final: ArchivedVersion | null;
  newest: ArchivedVersion;
}

/** Finds a paper of a meeting in an archive. Null if it has not been issued. Withdrawn versions are left out. */
export function findIssuedPaper(
  archive: Pick<Archive, 'versions'>,
  meeting: MeetingOfPaper,
  paper: string,
): IssuedPaper | null {
  const ofPaper = findVersions(archive, meeting, paper).filter(({ withdrawal }) => withdrawal === null);
  const histories = groupByPaper(ofPaper).toSorted((a, b) => compareDates(a.at(-1), b.at(-1)));
  const history = histories.at(-1);
  const newest = history?.at(-1);
  if (!history || !newest) return null;
  return { newest, final: history.findLast(({ manifest }) => manifest.status === 'final') ?? null };
}

/** Finds the withdrawal of the last final version of a paper that was withdrawn. Null if there is none. */
export function findWithdrawal(
  archive: Pick<Archive, 'versions'>,
  meeting: MeetingOfPaper,
  paper: string,
): ArchivedVersion['withdrawal'] {
  const last = findVersions(archive, meeting, paper).findLast(
    ({ manifest, withdrawal }) => withdrawal !== null && manifest.status === 'final',
  );
  return last?.withdrawal ?? null;
}

interface MeetingOfPaper {
  committee: { id: string };
  date: string;
}

function findVersions(
  { versions }: Pick<Archive, 'versions'>,
  meeting: MeetingOfPaper,
  paper: string,
): ArchivedVersion[] {
  return versions.filter(
    ({ manifest }) =>
      manifest.paper.id === paper &&
      manifest.meeting === meeting.date &&
      manifest.committee.id === meeting.committee.id,
  );
}

function compareDates(a: ArchivedVersion | undefined, b: ArchivedVersion | undefined): number {
  return (a?.manifest.madeAt ?? '') < (b?.manifest.madeAt ?? '') ? -1 : 1;
}
