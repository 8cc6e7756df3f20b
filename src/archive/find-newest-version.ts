import type { Inputs } from '../model/inputs.js';
import { formatPaperFolder } from './version-folder.js';
import { listPaperVersions } from './list-versions.js';

/** The newest version of a paper in a project's archive. Null where none is issued. */
export function findNewestVersion(archive: string, { paper, meeting }: Inputs): string | null {
  const number = meeting.papers.find((one) => one.id === paper.id)?.number ?? '';
  const name = { committee: meeting.committee, meeting: meeting.date, paper: { id: paper.id, number } };
  return listPaperVersions(archive, formatPaperFolder(name)).at(-1) ?? null;
}
