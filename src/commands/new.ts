import { join } from 'node:path';
import { addFiles } from '../disk/add-files.js';
import { listFileNames, listFolderNames } from '../inputs/list-files.js';
import { listPapers } from '../inputs/project/list-papers.js';
import { readYearStarts } from '../inputs/project/read-year-starts.js';
import { readInputs } from '../inputs/read-inputs.js';
import { WORKING_EDITION, type Edition } from '../model/edition.js';
import type { Inputs } from '../model/inputs.js';
import { isError } from '../model/problem.js';
import { choosePaper, type Refusal } from '../roll-forward/choose-paper.js';
import { findNextNumbers, type NextNumber } from '../roll-forward/find-next-numbers.js';
import { makeMeetings, makeNextFiles } from '../roll-forward/make-next-files.js';
import { planRollForward } from '../roll-forward/plan-roll-forward.js';
import { addCommonOptions, HAS_ERRORS, SUCCESS, UsageError, type Options, type Register } from './command.js';
import { printRollForward, printRollForwardJson } from './print-roll-forward.js';
import { print, printJson, printProblems, type ProblemReport } from './print.js';
import { composeUndrawn } from './run-on-paper.js';
import { requireProject } from './require-project.js';

const EXAMPLES = `
Examples:
  papers new 2008-09-q4 --meeting 2009-07-02       from the last paper before it, for that meeting
  papers new 2008-09-q4                            for the committee's next meeting in data/meetings.yaml
  papers new 2009-10-q1 --from 2008-09-q3          from an older paper
  papers new 2008-09-q4 --dry-run                  print what would be made, and make nothing

Figures are left empty, and printed as "[to come]" until they are filled in. Paragraphs are carried over and
listed in the paper's file under "unreviewed:". Existing files are never overwritten.`;

interface NewOptions extends Options {
  from?: string;
  meeting?: string;
  dryRun?: boolean;
}

export const registerNew: Register = (program, finish) => {
  addCommonOptions(program.command('new').description("make the next period's folder from the last one"))
    .argument('<period>', 'the new period, such as 2008-09-q4')
    .argument('[paper]', 'such as performance-report (default: the only one)')
    .option('--from <period>', 'the period to carry the paper over from (default: the last one)')
    .option('--meeting <date>', 'a meeting in data/meetings.yaml, or the date of a new one as YYYY-MM-DD')
    .option('--dry-run', 'print what would be made, and make nothing')
    .addHelpText('after', EXAMPLES)
    .action(async (period: string, paper: string | undefined, options: NewOptions) => {
      finish(await rollForward(period, paper, options));
    });
};

/** Plans the new files, writes them all or none, and reports them. Returns the exit code. */
async function rollForward(period: string, paper: string | undefined, options: NewOptions): Promise<number> {
  const { root } = options;
  requireProject(root);
  const choice = requireAccepted(
    choosePaper({ period, paper, from: options.from }, listPapers(root), readYearStarts(root)),
  );
  const { value: inputs, problems } = readInputs(root, choice.from.id, choice.paper, {
    hidesSmallCounts: false, // the next files are made from the author's own
  });
  if (!inputs || problems.some(isError)) return printErrors(choice.from.id, { problems, inputs }, options);
  const folder = join(root, 'data', choice.period.id);
  const starts = inputs.paper.starts.length > 0 ? await continueNumbers(root, inputs) : [];
  const plan = requireAccepted(
    planRollForward(choice, inputs, options.meeting, listExisting(folder), starts),
  );
  const files = makeNextFiles(plan, inputs);
  const meetings = makeMeetings(plan, inputs);
  const isDryRun = options.dryRun ?? false;
  if (!isDryRun)
    addFiles(
      folder,
      files.map(({ name, content }) =>
        typeof content === 'string' ? { name, text: content } : { name, bytes: content },
      ),
      meetings === null ? null : { path: join(root, 'data/meetings.yaml'), text: meetings },
    );
  if (options.json) printRollForwardJson(plan, files, isDryRun);
  else printRollForward(plan, files, { root, isDryRun });
  return SUCCESS;
}

/** Finds the numbers after the last ones of a paper, which is numbered for that. */
async function continueNumbers(root: string, inputs: Inputs): Promise<NextNumber[]> {
  const { period, paper } = inputs;
  const edition = (): Edition => WORKING_EDITION;
  const request = {
    root,
    period: period.id,
    paper: paper.id,
    madeAt: null,
    edition,
    onStage: () => undefined,
  };
  const composed = await composeUndrawn(request);
  return composed.state === 'unread' ? [] : findNextNumbers(composed.document, inputs);
}

/** Lists the files in a period's folder and in its subfolders, such as `images/map.png`. */
function listExisting(folder: string): string[] {
  const inside = listFolderNames(folder).flatMap((name) =>
    listFileNames(join(folder, name)).map((file) => `${name}/${file}`),
  );
  return [...listFileNames(folder), ...inside];
}

function requireAccepted<T extends object>(result: T | Refusal): T {
  if ('refused' in result) throw new UsageError(result.refused);
  return result;
}

function printErrors(from: string, report: ProblemReport, options: Options): number {
  if (options.json) printJson({ made: [], problems: report.problems });
  else {
    printProblems(report, options.root);
    print(`Nothing was made. Fix the errors in the paper of ${from} first.`);
  }
  return HAS_ERRORS;
}
