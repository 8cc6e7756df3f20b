import { formatCount } from '../format/words.js';
import type { PaperOnFile } from '../inputs/project/list-papers.js';
import { removeDuplicates } from '../model/problem.js';
import type { PaperOutcome } from './build-papers.js';
import type { Options } from './command.js';
import { printProblems } from './print.js';

/**
 * Creates a function that prints the problems of each paper, in the order of the papers: it keeps an outcome until those before
 * it are there. A problem of a file that papers share is printed for the first of them. Prints nothing with --json.
 */
export function createOutcomePrinter(
  papers: readonly PaperOnFile[],
  { root, json }: Options,
  clearProgress: () => void,
): (outcome: PaperOutcome) => void {
  const waiting = new Map<string, PaperOutcome>();
  const printed = new Set<string>();
  let next = 0;
  return (outcome) => {
    waiting.set(getKey(outcome), outcome);
    for (let paper = papers[next]; paper && waiting.has(getKey(paper)); paper = papers[++next]) {
      const ready = waiting.get(getKey(paper));
      waiting.delete(getKey(paper));
      if (!ready || json) continue;
      clearProgress();
      printOutcome(ready, root, printed);
    }
  };
}

function getKey({ period, paper }: PaperOnFile): string {
  return `${period} ${paper}`;
}

function printOutcome(
  { period, paper, problems, failure }: PaperOutcome,
  root: string,
  printed: Set<string>,
): void {
  const unique = removeDuplicates(problems);
  const fresh = unique.filter((problem) => !printed.has(JSON.stringify(problem)));
  for (const problem of fresh) printed.add(JSON.stringify(problem));
  const lines: string[] = [];
  if (unique.length > fresh.length)
    lines.push(`${formatCount(unique.length - fresh.length, 'problem')} of shared files: see above.`);
  if (failure?.kind === 'disk') lines.push(failure.text);
  if (failure?.kind === 'internal')
    lines.push(`internal error. Your files are not the cause. Please report these lines:\n${failure.text}`);
  if (fresh.length === 0 && lines.length === 0) return;
  process.stderr.write(`${period} ${paper}:\n`);
  printProblems({ problems: fresh, inputs: null }, root);
  process.stderr.write(`${lines.map((line) => `${line}\n`).join('')}\n`);
}
