import { formatDate, formatIsoDate } from '../format/dates.js';
import { formatCount } from '../format/words.js';
import { formatClearDays } from '../model/count-clear-days.js';
import type { Meeting } from '../model/meeting.js';
import { isError, type Problem } from '../model/problem.js';
import { formatTable } from '../report/format-table.js';
import { formatPath } from './format-path.js';
import type { FiguresToCome } from '../model/group-figures-to-come.js';

/** The number of problems listed for each paper. `papers check` lists all. */
const MAX_PROBLEMS = 3;

/** One paper of the meeting, with the problems that a check finds. */
export interface MeetingRow {
  paper: string;
  title: string;
  number: string | null;
  /** Null if the paper is not on file. */
  period: string | null;
  status: 'draft' | 'final' | 'to follow' | 'not on file' | 'cannot be read';
  published: string | null;
  issued: string | null;
  toCome: FiguresToCome[];
  problems: Problem[];
}

/** Formats a meeting for the terminal: its deadline, a table of its papers, and the first problems of each. */
export function formatMeeting(
  meeting: Meeting,
  deadline: string | null,
  rows: MeetingRow[],
  root: string,
): string {
  const { notice } = meeting.committee.law;
  const days = notice && formatClearDays(notice.days, notice.calendar);
  return [
    `${formatDate(meeting.date)}, ${meeting.committee.name}`,
    ...(deadline === null ? [] : [`Publish by ${formatDate(deadline)}: ${days ?? ''} before the meeting`]),
    '',
    formatTable(
      ['Report', 'Paper', 'Title', 'Status', 'Published', 'Issued', 'Errors', 'Warnings'],
      rows.map(formatRow),
    ),
    ...rows.filter(({ problems }) => problems.length > 0).map((row) => formatProblems(row, root)),
    ...formatToCome(rows, root),
  ].join('\n');
}

function formatRow(row: MeetingRow): string[] {
  return [
    row.number ?? '–',
    row.paper,
    row.title,
    row.status,
    row.published === null ? '–' : formatDate(row.published),
    row.issued ?? '–',
    countProblems(row, 'error'),
    countProblems(row, 'warning'),
  ];
}

/** Returns an empty text for a paper that is not on file, because it was not checked. */
function countProblems({ problems, period }: MeetingRow, severity: Problem['severity']): string {
  if (period === null) return '';
  return String(problems.filter((problem) => problem.severity === severity).length);
}

/** Formats what is still to come of all papers: from whom, and since when if the day has passed. */
function formatToCome(rows: readonly MeetingRow[], root: string): string[] {
  const today = formatIsoDate(new Date());
  const lines = rows.flatMap(({ paper, toCome }) =>
    toCome.map(({ file, line, figures, owner, due }) => [
      paper,
      formatCount(figures, 'figure'),
      owner ?? '–',
      due === null ? '–' : due < today ? `overdue since ${formatDate(due)}` : formatDate(due),
      `${formatPath(root, file)}:${line}`,
    ]),
  );
  return lines.length === 0
    ? []
    : ['', 'Still to come:', formatTable(['Paper', 'Figures', 'From', 'Due', 'Place'], lines)];
}

/** Formats the first problems of a paper, errors before warnings. */
function formatProblems({ period, paper, problems }: MeetingRow, root: string): string {
  const first = [...problems.filter(isError), ...problems.filter((problem) => !isError(problem))];
  const lines = first.slice(0, MAX_PROBLEMS).map(({ severity, message, place }) => {
    const where = place ? `  (${formatPath(root, place.file)}:${place.line})` : '';
    return `  ${severity}: ${message}${where}`;
  });
  const more = first.length - lines.length;
  return [
    '',
    `${paper}:`,
    ...lines,
    ...(more > 0 ? [`  and ${more} more: papers check ${period ?? ''} ${paper}`] : []),
  ].join('\n');
}
