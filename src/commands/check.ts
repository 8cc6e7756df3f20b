import { Option } from 'commander';
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { findAbove } from '../inputs/project/find-above.js';
import { makeCache, noCache, type Cache } from '../model/cache.js';
import type { PaperOnFile } from '../inputs/project/list-papers.js';
import { LAW_IDS } from '../laws/law.js';
import { isError, type Problem } from '../model/problem.js';
import { RULES } from '../model/rules.js';
import { joinEditionProblems } from '../report/join-edition-problems.js';
import { sortProblems } from '../report/describe-problems.js';
import { formatGithubAnnotations } from '../report/format-github-annotations.js';
import { createSarifLog } from '../report/create-sarif-log.js';
import { TOOL } from '../tool.js';
import { composeUndrawn, runOnPaper } from './run-on-paper.js';
import {
  HAS_ERRORS,
  SUCCESS,
  UsageError,
  addPaperArguments,
  makeWatchOption,
  parseDate,
  type Options,
  type Register,
} from './command.js';
import { checkFiles, type CheckFileOptions } from './check-file.js';
import { findRequestedPaper } from './find-requested-paper.js';
import { isPaperFile } from './is-paper-file.js';
import { print, printJson, printProblems } from './print.js';
import { printLaws } from './print-laws.js';
import { watchProject } from './watch-project.js';

interface CheckOptions extends CheckFileOptions {
  rules?: boolean;
  laws?: boolean;
  watch?: boolean;
}

const FORMAT = new Option('--format <format>', 'how to print the problems')
  .choices(['text', 'json', 'github', 'sarif'])
  .default('text');

const EXAMPLES = `
Examples:
  papers check                              the newest paper
  papers check --full                       with the line of every warning
  papers check --watch --full               again each time you save a file
  papers check --format sarif > check.sarif for other programs
  papers check --rules                      the rules, with severity and source
  papers check --laws                       what the law of each kind of committee demands
  papers check report.docx                  a paper that was written without this program
  papers check report.pdf --law scotland    the same, with the sections that a law demands
  papers check item-5.docx item-6.docx      several files`;

export const registerCheck: Register = (program, finish) => {
  addPaperArguments(
    program
      .command('check')
      .description('report the problems of a paper without building it, or of a Word file or PDF'),
  )
    .argument('[more...]', 'of files: the others')
    .addOption(FORMAT)
    .option('--full', 'print each warning with its line, instead of many of one rule as a group')
    .addOption(makeWatchOption('check again each time you save a file'))
    .option('--meeting <date>', 'of a file: the day of its meeting, as YYYY-MM-DD', parseDate)
    .addOption(new Option('--law <law>', 'of a file: the law of its committee').choices(LAW_IDS))
    .option('--sections <titles>', 'of a file: the sections that it must have, with commas', splitTitles)
    .option('--rules', 'list the rules instead, with the severity and source of each')
    .option('--laws', 'list the laws instead, with what each demands and its source')
    .addHelpText('after', EXAMPLES)
    .action(
      async (
        period: string | undefined,
        paper: string | undefined,
        more: string[],
        options: CheckOptions,
      ) => {
        const checkOptions = options.json ? { ...options, format: 'json' as const } : options;
        if (options.rules) finish(listRules(checkOptions));
        else if (options.laws) finish(printLaws(checkOptions.format === 'json'));
        else if (isPaperFile(period))
          finish(
            await checkNamedFiles([period, ...(paper === undefined ? [] : [paper]), ...more], checkOptions),
          );
        else if (more.length > 0)
          throw new UsageError(`leave out ${more.join(' ')}: a period and a paper are enough`);
        else if (options.meeting ?? options.law ?? options.sections)
          throw new UsageError('--meeting, --law and --sections are for a file: papers check report.docx');
        else finish(await (options.watch ? watchCheck : check)(period, paper, checkOptions));
      },
    );
};

async function checkNamedFiles(files: readonly string[], options: CheckOptions): Promise<number> {
  if (options.watch) throw new UsageError('--watch is for the papers of a project: leave it out');
  const others = files.filter((file): boolean => !isPaperFile(file));
  if (others.length > 0)
    throw new UsageError(`${others.join(' ')} is no file\nName only files, or a period and a paper.`);
  return checkFiles(files, options);
}

/** Splits the value of --sections. */
function splitTitles(text: string): string[] {
  return text
    .split(',')
    .map((title) => title.trim())
    .filter((title) => title !== '');
}

async function check(
  period: string | undefined,
  paper: string | undefined,
  options: CheckOptions,
): Promise<number> {
  return checkWith(noCache, period, paper, options);
}

/** Checks a paper at each change of its files. The results of the last check stay. */
async function watchCheck(
  period: string | undefined,
  paper: string | undefined,
  options: CheckOptions,
): Promise<number> {
  if (options.format !== 'text') throw new UsageError('--watch prints text: leave out --format');
  const chosen = findRequestedPaper(period, paper, options);
  const name = `${chosen.period} ${chosen.paper}`;
  const cache = makeCache();
  return watchProject(options, {
    startLine: `Checking ${name} …`,
    endLine: `Checked ${name}. Waiting for changes: press Ctrl-C to stop.`,
    run: () => {
      cache.evictUnused();
      return checkWith(cache, chosen.period, chosen.paper, options);
    },
  });
}

async function checkWith(
  cache: Cache,
  period: string | undefined,
  paper: string | undefined,
  options: CheckOptions,
): Promise<number> {
  const quiet = options.format !== 'text';
  const { chosen, result } = await runOnPaper(period, paper, { ...options, json: quiet }, (request) =>
    composeUndrawn({ ...request, cache }),
  );
  const problems = await addPublicProblems(result, chosen, { ...options, json: quiet }, cache);
  const switchedOff = result.inputs?.paper.switchedOff ?? [];
  const root = findPathInRepository(options.root);
  switch (options.format) {
    case 'json':
      printJson({ ...chosen, problems: sortProblems(problems), switchedOff });
      break;
    case 'github':
      if (problems.length > 0) print(formatGithubAnnotations(problems, root));
      break;
    case 'sarif':
      print(JSON.stringify(createSarifLog(problems, root, TOOL.version), null, 2));
      break;
    case 'text':
      printProblems({ ...result, problems }, options.root, { isFull: options.full ?? false });
      for (const { rule, reason } of switchedOff)
        print(`rule switched off in this paper: ${rule} (${reason})`);
      if (result.inputs?.meeting.committee.law.stated === 'none')
        print(
          `law: none: notice, background papers and exempt matters of ${result.inputs.meeting.committee.name} are not checked`,
        );
      if (problems.length === 0) print(`${chosen.period} ${chosen.paper}: no problems found`);
      break;
    default:
      options.format satisfies never;
  }
  return problems.some(isError) ? HAS_ERRORS : SUCCESS;
}

/** Adds the problems that only the public edition has. A paper without exempt parts has no other edition. */
async function addPublicProblems(
  result: Awaited<ReturnType<typeof composeUndrawn>>,
  { period, paper }: PaperOnFile,
  options: Options,
  cache: Cache,
): Promise<Problem[]> {
  const { problems, inputs, state } = result;
  if (state !== 'sound' || inputs.access === 'public') return problems;
  const published = await runOnPaper(period, paper, options, (request) =>
    composeUndrawn({ ...request, access: 'public', cache }),
  );
  return joinEditionProblems(problems, published.result.problems);
}

/**
 * Returns the project's path in its git repository: GitHub and readers of SARIF expect paths from there. Without a repository
 * the path is relative to the current folder.
 */
function findPathInRepository(root: string): string {
  const repository = findAbove(root, (folder) => existsSync(join(folder, '.git')));
  const path = repository === null ? relative('.', root) : relative(join(root, repository), root);
  return path.replaceAll('\\', '/');
}

/** Prints the rules. The rules that a template can set come first, since authors ask about those. */
function listRules({ format }: CheckOptions): number {
  if (format === 'json') {
    printJson({ rules: RULES });
    return SUCCESS;
  }
  const formatRules = (canBeSet: boolean): string =>
    RULES.filter((rule) => rule.canBeSet === canBeSet)
      .map(({ id, severity, source }) => `  ${severity.padEnd(7)}  ${id.padEnd(28)}  ${source}`)
      .join('\n');
  print(
    `Rules that a template can set to error, warning or off, and a paper can switch off:\n${formatRules(true)}`,
  );
  print(`\nRules that every paper must meet before it can be built:\n${formatRules(false)}`);
  return SUCCESS;
}
