import { formatCount } from '../format/words.js';
import { isError, removeDuplicates } from '../model/problem.js';
import { formatTable } from '../report/format-table.js';
import type { PaperOutcome } from './build-papers.js';

/** Formats a table of papers and their results, and the totals below it. */
export function formatOutcomes(outcomes: readonly PaperOutcome[]): string {
  const rows = outcomes.map((outcome) => {
    const { period, paper, problems } = outcome;
    const unique = removeDuplicates(problems);
    const errors = unique.filter(isError).length;
    return [period, paper, getResult(outcome), String(errors), String(unique.length - errors)];
  });
  const count = (result: Result): number => rows.filter(([, , cell]) => cell === result).length;
  const [withErrors, failed] = [count('built with errors'), count('failed')];
  const totals = [
    `${formatCount(outcomes.length, 'paper')}: ${outcomes.length - failed} built`,
    ...(withErrors > 0 ? [`${withErrors} of them with errors, which prevent issuing`] : []),
    `${failed} failed`,
  ];
  const unchanged = failed > 0 ? '\nThe files of failed papers are those of their last build.' : '';
  return `${formatTable(['Period', 'Paper', 'Result', 'Errors', 'Warnings'], rows)}\n\n${totals.join(', ')}.${unchanged}`;
}

type Result = 'built' | 'built with errors' | 'failed';

/** Returns a paper's result in words. */
export function getResult({ files, problems }: PaperOutcome): Result {
  if (files === null) return 'failed';
  return problems.some(isError) ? 'built with errors' : 'built';
}
