import { join } from 'node:path';
import { ARCHIVE } from '../archive/list-versions.js';
import { newestVersion } from '../archive/newest-version.js';
import { formatDate } from '../format.js';
import type { Agenda, PaperHead } from '../inputs/project/read-agenda.js';
import { findLatestPublicationDay, formatClearDays } from '../model/count-clear-days.js';
import { suggestName } from '../model/suggest-name.js';
import type { Meeting } from '../model/meeting.js';
import { findMeetings } from '../model/find-meetings.js';
import { isError, type Problem } from '../model/problem.js';
import { inOrder } from '../report/describe-problems.js';
import { textTable } from '../report/text-table.js';
import { composeUndrawn, runOnChosen } from './run-on-chosen.js';
import { SUCCESS, UsageError, type Options } from './command.js';
import { print, printJson } from './print.js';

/** How many of a paper's problems are shown; `papers check` shows all. */
const SHOWN = 3;

/** One paper of the meeting, and what a check of it finds. */
interface Row {
  paper: string;
  title: string;
  number: string | null;
  /** Null where it is not on file. */
  quarter: string | null;
  status: 'draft' | 'final' | 'to follow' | 'not on file' | 'cannot be read';
  published: string | null;
  issued: string | null;
  problems: Problem[];
}

/** A meeting at a glance: its papers, its deadline, and what blocks each. */
export async function listMeeting(wanted: string, agenda: Agenda, options: Options): Promise<number> {
  const meeting = findMeeting(wanted, agenda.meetings);
  const rows: Row[] = [];
  for (const { id, title, number, toFollow } of [...meeting.papers, ...unlisted(meeting, agenda)]) {
    const state = await stateOf(fileOf(id, meeting, agenda), options);
    const status = toFollow && state.quarter === null ? 'to follow' : state.status;
    rows.push({ paper: id, title, number: number ?? null, ...state, status });
  }
  const deadline =
    agenda.notice && findLatestPublicationDay(meeting.date, agenda.notice.days, agenda.notice.calendar);
  if (options.json)
    printJson({
      meeting: { id: meeting.id, date: meeting.date, committee: meeting.committee },
      deadline,
      papers: rows.map((row) => ({
        ...row,
        errors: row.problems.filter(isError).length,
        warnings: row.problems.filter((one) => !isError(one)).length,
      })),
    });
  else print(glance(meeting, deadline, agenda, rows));
  return SUCCESS;
}

function findMeeting(wanted: string, meetings: Meeting[]): Meeting {
  const [found, other] = findMeetings(wanted, meetings);
  const known = meetings.map(({ id }) => id);
  if (found && other)
    throw new UsageError(`several meetings are on ${wanted}: name one of ${known.join(', ')}`);
  if (found) return found;
  throw new UsageError(
    [`there is no meeting "${wanted}"`, `In meetings.yaml: ${known.join(', ')}`, suggestName(wanted, known)]
      .filter((line) => line !== undefined)
      .join('\n'),
  );
}

/** Papers on file that name the meeting, and that it does not list. */
function unlisted({ id: name, papers: listed }: Meeting, { papers }: Agenda) {
  return papers
    .filter(({ paper, head }) => head?.meetings.includes(name) && !listed.some(({ id }) => id === paper))
    .map(({ paper }) => ({
      id: paper,
      title: '(not listed in data/meetings.yaml)',
      number: undefined,
      toFollow: false,
    }));
}

/** The paper on file for the meeting. One that cannot be read may be for it. */
function fileOf(id: string, meeting: Meeting, { papers }: Agenda): PaperHead | undefined {
  const named = papers.filter(({ paper }) => paper === id);
  return (
    named.find(({ head }) => head?.meetings.includes(meeting.id)) ?? named.find(({ head }) => head === null)
  );
}

async function stateOf(
  onFile: PaperHead | undefined,
  options: Options,
): Promise<Pick<Row, 'quarter' | 'status' | 'published' | 'issued' | 'problems'>> {
  if (!onFile) return { quarter: null, status: 'not on file', published: null, issued: null, problems: [] };
  const { result } = await runOnChosen(onFile.quarter, onFile.paper, options, composeUndrawn);
  return {
    quarter: onFile.quarter,
    status: onFile.head?.status ?? 'cannot be read',
    published: onFile.head?.published ?? null,
    issued: result.inputs && newestVersion(join(options.root, ARCHIVE), result.inputs),
    problems: inOrder(result.problems),
  };
}

function glance(meeting: Meeting, deadline: string | null, { notice }: Agenda, rows: Row[]): string {
  const days = notice && formatClearDays(notice.days, notice.calendar);
  const count = ({ problems, quarter }: Row, severity: Problem['severity']): string =>
    quarter === null ? '' : String(problems.filter((one) => one.severity === severity).length);
  return [
    `${formatDate(meeting.date)}, ${meeting.committee.name}`,
    ...(deadline === null ? [] : [`Publish by ${formatDate(deadline)}: ${days ?? ''} before the meeting`]),
    '',
    textTable(
      ['Report', 'Paper', 'Title', 'Status', 'Published', 'Issued', 'Errors', 'Warnings'],
      rows.map((row) => [
        row.number ?? '–',
        row.paper,
        row.title,
        row.status,
        row.published === null ? '–' : formatDate(row.published),
        row.issued ?? '–',
        count(row, 'error'),
        count(row, 'warning'),
      ]),
    ),
    ...rows.filter(({ problems }) => problems.length > 0).map(blocks),
  ].join('\n');
}

/** The first of a paper's problems, errors before warnings. */
function blocks({ quarter, paper, problems }: Row): string {
  const first = [...problems.filter(isError), ...problems.filter((one) => !isError(one))];
  const lines = first.slice(0, SHOWN).map(({ severity, message, place }) => {
    const where = place ? `  (${place.file}:${place.line})` : '';
    return `  ${severity}: ${message}${where}`;
  });
  const more = first.length - lines.length;
  return [
    '',
    `${paper}:`,
    ...lines,
    ...(more > 0 ? [`  and ${more} more: npx papers check ${quarter ?? ''} ${paper}`] : []),
  ].join('\n');
}
