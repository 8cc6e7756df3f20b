import { join } from 'node:path';
import { addFiles } from '../disk/add-files.js';
import { formatDate } from '../format.js';
import { yamlNames } from '../inputs/list-files.js';
import { PERIOD_FILES } from '../inputs/period-files/index.js';
import { listPapers } from '../inputs/project/list-papers.js';
import { readInputs } from '../inputs/read-inputs.js';
import { rollPaper } from '../roll-forward/roll-paper.js';
import { rollPeriodFile } from '../roll-forward/roll-period-file.js';
import { tablePapers } from '../roll-forward/table-papers.js';
import type { Inputs } from '../model/inputs.js';
import { isError } from '../model/problem.js';
import { advanceWords } from '../roll-forward/advance-words.js';
import { choosePaper, type Refusal } from '../roll-forward/choose-paper.js';
import { planRollForward, type RollForwardPlan } from '../roll-forward/plan-roll-forward.js';
import { addCommonOptions, HAS_ERRORS, SUCCESS, UsageError, type Options, type Register } from './command.js';
import { print, printJson, printProblems } from './print.js';

const EXAMPLES = `
Examples:
  papers new 2008-09-q4 --meeting 2009-07-02       from the last paper before it, for that meeting
  papers new 2008-09-q4                            for the committee's next meeting in data/meetings.yaml
  papers new 2009-10-q1 --from 2008-09-q3          from an older one

Figures are left empty, and printed as "[to come]" until they are filled in. Paragraphs are carried over and
listed in the paper's file under "unreviewed:". Nothing that exists is overwritten.`;

interface NewOptions extends Options {
  from?: string;
  meeting?: string;
}

export const registerNew: Register = (program, finish) => {
  addCommonOptions(program.command('new').description("make the next quarter's folder from the last one"))
    .argument('<quarter>', 'the new quarter, such as 2008-09-q4')
    .argument('[paper]', 'such as tp-thematic-performance; the only one unless said')
    .option('--from <quarter>', 'the quarter whose paper is carried over; the last one unless said')
    .option('--meeting <date>', "a meeting of data/meetings.yaml, or a new one's date as YYYY-MM-DD")
    .addHelpText('after', EXAMPLES)
    .action((quarter: string, paper: string | undefined, options: NewOptions) => {
      finish(rollForward(quarter, paper, options));
    });
};

function rollForward(quarter: string, paper: string | undefined, options: NewOptions): number {
  const { root } = options;
  const choice = accepted(choosePaper({ quarter, paper, from: options.from }, listPapers(root)));
  const { value: inputs, problems } = readInputs(root, choice.from, choice.paper);
  if (!inputs || problems.some(isError)) return refuseFaulty(choice.from, options, { problems, inputs });
  const plan = accepted(
    planRollForward(
      choice,
      inputs,
      options.meeting,
      figureFiles(root, choice.from),
      yamlNames(join(root, 'data', choice.quarter)),
    ),
  );
  const made = plan.files.map((name) => ({ name, ...contentOf(name, plan, inputs) }));
  addFiles(
    join(root, 'data', plan.quarter),
    made.map(({ name, text }) => ({ name: `${name}.yaml`, text })),
    plan.tabling && {
      path: join(root, MEETINGS),
      text: tablePapers(textOf(MEETINGS, inputs), {
        ...plan.meeting,
        committee: plan.meeting.committee.id,
        papers: plan.tabling.papers,
      }),
    },
  );
  report(plan, made, options);
  return SUCCESS;
}

const MEETINGS = 'data/meetings.yaml';

function accepted<T extends object>(result: T | Refusal): T {
  if ('refused' in result) throw new UsageError(result.refused);
  return result;
}

function refuseFaulty(
  from: string,
  options: Options,
  { problems, inputs }: Pick<Parameters<typeof printProblems>[0], 'problems' | 'inputs'>,
): number {
  if (options.json) printJson({ made: [], problems });
  else {
    printProblems({ problems, inputs }, options.root);
    print(`Nothing was made: the paper of ${from} has faults to mend first.`);
  }
  return HAS_ERRORS;
}

/** The files of figures in a quarter's folder, in the order in which an author meets them in the README. */
function figureFiles(root: string, quarter: string): string[] {
  const present = yamlNames(join(root, 'data', quarter));
  return PERIOD_FILES.map(({ name }) => name).filter((name) => present.includes(name));
}

function contentOf(name: string, plan: RollForwardPlan, inputs: Inputs): { text: string; says: string } {
  const text = textOf(`data/${plan.from}/${name}.yaml`, inputs);
  const file = PERIOD_FILES.find((candidate) => candidate.name === name);
  if (file) {
    const advance = (words: string): string | null => advanceWords(words, plan.from, plan.quarter);
    const rolled = rollPeriodFile(
      file,
      text,
      advance,
      `${plan.from}: fill in what is empty, and its source.`,
    );
    return { text: rolled.text, says: `${rolled.toFillIn} to fill in` };
  }
  const note = `${plan.from} for the meeting on ${formatDate(plan.meeting.date)}${plan.deadline === null ? '' : `: publish by ${formatDate(plan.deadline)}, ${plan.notice ?? ''} before it`}.`;
  const rolled = rollPaper(text, { meeting: plan.meeting.id, madeAt: plan.madeAt, note });
  return { text: rolled.text, says: `${rolled.unreviewed.length} paragraphs to review` };
}

function textOf(path: string, { files }: Inputs): string {
  const found = files.find((one) => one.path === path);
  if (!found) throw new Error(`${path} was not read`);
  return found.text;
}

function report(plan: RollForwardPlan, made: { name: string; says: string }[], options: Options): void {
  const path = (name: string): string => `data/${plan.quarter}/${name}.yaml`;
  const { tabling, meeting, deadline, notice } = plan;
  if (options.json) {
    printJson({
      ...plan,
      files: undefined,
      made: made.map(({ name }) => path(name)),
      kept: plan.kept.map(path),
    });
    return;
  }
  const widest = Math.max(...made.map(({ name }) => path(name).length));
  print(made.map(({ name, says }) => `made ${path(name).padEnd(widest)}  ${says}`).join('\n'));
  for (const name of plan.kept) print(`kept ${path(name)} as it is`);
  if (tabling)
    print(
      `in ${MEETINGS}: ${tabling.meetingIsNew ? 'entered' : 'added to'} the meeting ${meeting.id}${tabling.papers.map(({ id }) => `\n  ${id}, with no report number yet`).join('')}\nSee that it is right, and give the numbers there when they are known.`,
    );
  print(`\nMeeting:     ${formatDate(meeting.date)}, ${meeting.committee.name}`);
  if (deadline !== null) print(`Publish by:  ${formatDate(deadline)}, ${notice ?? ''} before it`);
  for (const remark of plan.remarks) print(`Note:        ${remark}`);
  print(`\nNow: npx papers build ${plan.quarter} ${plan.paper}`);
}
