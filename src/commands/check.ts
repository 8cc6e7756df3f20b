import { Option } from 'commander';
import { relative } from 'node:path';
import { isError } from '../model/problem.js';
import { RULES } from '../model/rules.js';
import { inOrder } from '../report/describe-problems.js';
import { githubAnnotations } from '../report/github-annotations.js';
import { sarifLog } from '../report/sarif-log.js';
import { TOOL } from '../tool.js';
import { composeUndrawn, runOnChosen } from './run-on-chosen.js';
import { HAS_ERRORS, SUCCESS, addPaperArguments, type Options, type Register } from './command.js';
import { print, printJson, printProblems } from './print.js';

interface CheckOptions extends Options {
  format: 'text' | 'json' | 'github' | 'sarif';
  rules?: boolean;
}

const FORMAT = new Option('--format <format>', 'how to print what is wrong')
  .choices(['text', 'json', 'github', 'sarif'])
  .default('text');

export const registerCheck: Register = (program, finish) => {
  addPaperArguments(
    program.command('check').description('say what is wrong with a paper, without building it'),
  )
    .addOption(FORMAT)
    .option('--rules', 'list the rules instead: how grave each is, and where it comes from')
    .action(async (quarter: string | undefined, paper: string | undefined, options: CheckOptions) => {
      const asked = options.json ? { ...options, format: 'json' as const } : options;
      if (options.rules) finish(listRules(asked));
      else finish(await check(quarter, paper, asked));
    });
};

async function check(
  quarter: string | undefined,
  paper: string | undefined,
  options: CheckOptions,
): Promise<number> {
  const quiet = options.format !== 'text';
  const { chosen, result } = await runOnChosen(quarter, paper, { ...options, json: quiet }, composeUndrawn);
  const { problems } = result;
  const switchedOff = result.inputs?.paper.switchedOff ?? [];
  const root = relative('.', options.root).replaceAll('\\', '/');
  switch (options.format) {
    case 'json':
      printJson({ ...chosen, problems: inOrder(problems), switchedOff });
      break;
    case 'github':
      if (problems.length > 0) print(githubAnnotations(problems, root));
      break;
    case 'sarif':
      print(JSON.stringify(sarifLog(problems, root, TOOL.version), null, 2));
      break;
    case 'text':
      printProblems(result, options.root);
      for (const { rule, reason } of switchedOff) print(`switched off in this paper: ${rule} (${reason})`);
      if (problems.length === 0) print(`${chosen.quarter} ${chosen.paper}: nothing is wrong`);
  }
  return problems.some(isError) ? HAS_ERRORS : SUCCESS;
}

/** The rules, those that a template can set first: they are what an author may wonder about. */
function listRules({ format }: CheckOptions): number {
  if (format === 'json') {
    printJson({ rules: RULES });
    return SUCCESS;
  }
  const list = (canBeSet: boolean): string =>
    RULES.filter((rule) => rule.canBeSet === canBeSet)
      .map(({ id, severity, source }) => `  ${severity.padEnd(7)}  ${id.padEnd(28)}  ${source}`)
      .join('\n');
  print(`Rules that a template can set to error, warning or off, and a paper can switch off:\n${list(true)}`);
  print(`\nRules without which a paper cannot be built:\n${list(false)}`);
  return SUCCESS;
}
