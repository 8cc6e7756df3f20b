import { findTabledPaper } from '../model/meeting.js';
import type { Inputs } from '../model/inputs.js';
import { listPaperVersions } from './list-versions.js';
import { formatPaperFolder } from './version-folder.js';

/** Finds the newest version of a paper in a project's archive. Null if none has been issued. */
export function findNewestVersion(archive: string, { paper, meeting }: Inputs): string | null {
  const number = findTabledPaper(meeting, paper.id)?.number ?? '';
  const folder = formatPaperFolder({
    committee: meeting.committee,
    meeting: meeting.date,
    paper: { id: paper.id, number },
  });
  return listPaperVersions(archive, folder).at(-1) ?? null;
}
