import { findTabledPaper } from '../model/meeting.js';
import { formatDate } from '../format/dates.js';
import { readAgenda, type Agenda } from '../inputs/project/read-agenda.js';
import type { Meeting } from '../model/meeting.js';
import { isError, type Problem } from '../model/problem.js';
import { formatTable } from '../report/format-table.js';
import { addCommonOptions, HAS_ERRORS, SUCCESS, type Options, type Register } from './command.js';
import { print, printJson, printProblems } from './print.js';
import { listMeeting } from './list-meeting.js';
import { requireProject } from './require-project.js';

const EXAMPLES = `
Examples:
  papers list                          every paper, with its meeting, report number and status
  papers list --meeting 2009-04-02     one meeting: its papers, the deadline and the problems of each paper
  papers list --meeting 2009-04-02 --json

Name a meeting by its date, or by its name in data/meetings.yaml.`;

export const registerList: Register = (program, finish) => {
  addCommonOptions(program.command('list').description('list all papers, or the papers of one meeting'))
    .option('--meeting <date>', 'list the papers of this meeting, and check each one')
    .addHelpText('after', EXAMPLES)
    .action(async (options: Options & { meeting?: string }) => {
      requireProject(options.root);
      const { value: agenda, problems } = readAgenda(options.root);
      if (!agenda || problems.some(isError)) finish(fail(problems, options));
      else if (options.meeting === undefined) finish(list(agenda, options));
      else finish(await listMeeting(options.meeting, agenda, options));
    });
};

function fail(problems: Problem[], options: Options): number {
  if (options.json) printJson({ papers: [], problems });
  else printProblems({ problems, inputs: null }, options.root);
  return HAS_ERRORS;
}

/** A row of the list. */
interface ListedPaper {
  period: string;
  paper: string;
  /** Null if the paper's file cannot be read. */
  status: 'draft' | 'final' | null;
  /** The name of its meeting. Null if the file names none. */
  meeting: string | null;
  number: string | null;
}

function list({ papers, meetings }: Agenda, options: Options): number {
  const rows = papers.map(({ period, paper, head }): ListedPaper => {
    const [name = null] = head?.meetings ?? [];
    const meeting = meetings.find(({ id }) => id === name);
    const number = (meeting && findTabledPaper(meeting, paper)?.number) ?? null;
    return { period, paper, status: head?.status ?? null, meeting: name, number };
  });
  if (options.json) printJson({ papers: rows });
  else if (rows.length === 0) print('There are no papers: no period in data/ has a paper.');
  else print(formatPapers(rows, meetings));
  return SUCCESS;
}

function formatPapers(papers: ListedPaper[], meetings: Meeting[]): string {
  return formatTable(
    ['Period', 'Paper', 'Status', 'Report', 'Meeting'],
    papers.map(({ period, paper, status, meeting, number }) => [
      period,
      paper,
      status ?? 'cannot be read',
      number ?? '–',
      formatMeeting(meeting, meetings),
    ]),
  );
}

function formatMeeting(name: string | null, meetings: Meeting[]): string {
  if (name === null) return '–';
  const meeting = meetings.find(({ id }) => id === name);
  return meeting ? formatDate(meeting.date) : `${name}, not in meetings.yaml`;
}
