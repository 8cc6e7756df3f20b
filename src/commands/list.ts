import { findTabledPaper } from '../model/meeting.js';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { formatDate } from '../format/dates.js';
import { readAgenda, type Agenda } from '../inputs/project/read-agenda.js';
import { isError, type Problem } from '../model/problem.js';
import { formatTable } from '../report/format-table.js';
import {
  addCommonOptions,
  HAS_ERRORS,
  SUCCESS,
  WHERE_TO_RUN,
  UsageError,
  type Options,
  type Register,
} from './command.js';
import { print, printJson, printProblems } from './print.js';
import { listMeeting } from './list-meeting.js';

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
      const folder = join(options.root, 'data');
      if (!existsSync(folder)) throw new UsageError(`there is no folder ${folder}\n${WHERE_TO_RUN}`);
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

function list({ papers, meetings }: Agenda, options: Options): number {
  const rows = papers.map(({ quarter, paper, head }) => {
    const [name = null] = head?.meetings ?? [];
    const meeting = meetings.find(({ id }) => id === name);
    const number = (meeting && findTabledPaper(meeting, paper)?.number) ?? null;
    return { quarter, paper, status: head?.status ?? null, meeting: name, number };
  });
  const formatMeeting = (name: string | null): string => {
    const date = meetings.find(({ id }) => id === name)?.date;
    return date === undefined
      ? `${name ?? '–'}${name === null ? '' : ', not in meetings.yaml'}`
      : formatDate(date);
  };
  if (options.json) printJson({ papers: rows });
  else if (rows.length === 0) print('There are no papers: no quarter in data/ has a paper.');
  else
    print(
      formatTable(
        ['Quarter', 'Paper', 'Status', 'Report', 'Meeting'],
        rows.map(({ quarter, paper, status, meeting, number }) => [
          quarter,
          paper,
          status ?? 'cannot be read',
          number ?? '–',
          formatMeeting(meeting),
        ]),
      ),
    );
  return SUCCESS;
}
