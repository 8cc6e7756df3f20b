import { isError } from '../model/problem.js';
import {
  FAULTS,
  GOOD,
  onPaper,
  print,
  printJson,
  printProblems,
  run,
  type Options,
  type Register,
} from './command.js';

export const registerCheck: Register = (program, done) => {
  onPaper(program.command('check').description('say what is wrong with a paper, without building it')).action(
    async (quarter: string | undefined, paper: string | undefined, options: Options) => {
      done(await check(quarter, paper, options));
    },
  );
};

async function check(
  quarter: string | undefined,
  paper: string | undefined,
  options: Options,
): Promise<number> {
  const { chosen, outcome } = await run(quarter, paper, options, false);
  if (options.json) printJson({ ...chosen, problems: outcome.problems });
  else {
    printProblems(outcome, options.root);
    if (outcome.problems.length === 0) print(`${chosen.quarter} ${chosen.paper}: nothing is wrong`);
  }
  return outcome.problems.some(isError) ? FAULTS : GOOD;
}
