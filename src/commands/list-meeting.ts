import { join } from 'node:path';
import { ARCHIVE } from '../archive/list-versions.js';
import { findIssuedVersions } from '../archive/find-issued-versions.js';
import type { Agenda, PaperHead } from '../inputs/project/read-agenda.js';
import { findLatestPublicationDay } from '../model/count-clear-days.js';
import type { Meeting } from '../model/meeting.js';
import { isError } from '../model/problem.js';
import { sortProblems } from '../report/describe-problems.js';
import { formatMeeting, type MeetingRow } from './format-meeting.js';
import { composeUndrawn, runOnPaper } from './run-on-paper.js';
import { SUCCESS, type Options } from './command.js';
import { findMeeting } from './find-meeting.js';
import { findPaperFile } from './find-paper-file.js';
import { groupFiguresToCome } from '../model/group-figures-to-come.js';
import { print, printJson } from './print.js';

/** Prints one meeting: its papers, its deadline and the problems of each paper. Returns the exit code. */
export async function listMeeting(name: string, agenda: Agenda, options: Options): Promise<number> {
  const meeting = findMeeting(name, agenda.meetings);
  const rows: MeetingRow[] = [];
  for (const { id, title, number, toFollow } of [...meeting.papers, ...listUnlisted(meeting, agenda)]) {
    const state = await checkFile(findPaperFile(id, meeting, agenda), options);
    const status = toFollow && state.period === null ? 'to follow' : state.status;
    rows.push({ paper: id, title, number: number ?? null, ...state, status });
  }
  const { id, name: committeeName, law } = meeting.committee;
  const deadline = law.notice && findLatestPublicationDay(meeting.date, law.notice.days, law.notice.calendar);
  if (options.json)
    printJson({
      meeting: {
        id: meeting.id,
        date: meeting.date,
        committee: { id, name: committeeName, law: law.stated },
      },
      deadline,
      papers: rows.map((row) => ({
        ...row,
        errors: row.problems.filter(isError).length,
        warnings: row.problems.filter((problem) => !isError(problem)).length,
      })),
    });
  else print(formatMeeting(meeting, deadline, rows, options.root));
  return SUCCESS;
}

/** Lists papers on file that name the meeting although its agenda does not list them. */
function listUnlisted({ id: name, papers: listed }: Meeting, { papers }: Agenda) {
  return papers
    .filter(({ paper, head }) => head?.meetings.includes(name) && !listed.some(({ id }) => id === paper))
    .map(({ paper }) => ({
      id: paper,
      title: '(not listed in data/meetings.yaml)',
      number: undefined,
      toFollow: false,
    }));
}

async function checkFile(
  onFile: PaperHead | undefined,
  options: Options,
): Promise<Pick<MeetingRow, 'period' | 'status' | 'published' | 'issued' | 'toCome' | 'problems'>> {
  if (!onFile)
    return { period: null, status: 'not on file', published: null, issued: null, toCome: [], problems: [] };
  const { result } = await runOnPaper(onFile.period, onFile.paper, options, composeUndrawn);
  return {
    period: onFile.period,
    status: onFile.head?.status ?? 'cannot be read',
    published: onFile.head?.published ?? null,
    issued: (result.inputs && findIssuedVersions(join(options.root, ARCHIVE), result.inputs).at(-1)) ?? null,
    toCome: 'document' in result ? groupFiguresToCome(result.document) : [],
    problems: sortProblems(result.problems),
  };
}
