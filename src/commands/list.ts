import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { formatDate } from '../format.js';
import { readAgenda, type Agenda } from '../inputs/project/read-agenda.js';
import { isError, type Problem } from '../model/problem.js';
import { textTable } from '../report/text-table.js';
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
  papers list                          every paper on file, with its meeting, its report number and its status
  papers list --meeting 2009-04-02     a meeting at a glance: its papers, the deadline, and what blocks each
  papers list --meeting 2009-04-02 --json

A meeting is named by its date or its name in data/meetings.yaml.`;

export const registerList: Register = (program, finish) => {
  addCommonOptions(program.command('list').description('list the papers on file, or those of a meeting'))
    .option('--meeting <date>', 'the papers of this meeting, with a check of each')
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
    const number = meeting?.papers.find(({ id }) => id === paper)?.number ?? null;
    return { quarter, paper, status: head?.status ?? null, meeting: name, number };
  });
  const dateOf = (name: string | null): string => {
    const date = meetings.find(({ id }) => id === name)?.date;
    return date === undefined
      ? `${name ?? '–'}${name === null ? '' : ', not in meetings.yaml'}`
      : formatDate(date);
  };
  if (options.json) printJson({ papers: rows });
  else if (rows.length === 0) print('No papers are on file: data/ holds no quarter with a paper in it.');
  else
    print(
      textTable(
        ['Quarter', 'Paper', 'Status', 'Report', 'Meeting'],
        rows.map(({ quarter, paper, status, meeting, number }) => [
          quarter,
          paper,
          status ?? 'cannot be read',
          number ?? '–',
          dateOf(meeting),
        ]),
      ),
    );
  return SUCCESS;
}
