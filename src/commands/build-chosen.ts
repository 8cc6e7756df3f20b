import type { Order, Outcome } from '../build-paper.js';
import type { PaperOnFile } from '../inputs/project/list-papers.js';
import { WORKING_EDITION, type Edition } from '../model/edition.js';
import type { Inputs } from '../model/inputs.js';
import type { Press } from '../press/press.js';
import { chosenPaper } from './chosen-paper.js';
import type { Options } from './command.js';
import { watching } from './print.js';

/** Builds the paper that is meant as far as is wanted; whoever watches sees each stage, and how long each took is told. */
export async function buildChosen(
  quarter: string | undefined,
  paper: string | undefined,
  options: Options,
  want: Order['want'],
  edition: (inputs: Inputs) => Edition = () => WORKING_EDITION,
  press?: Press,
): Promise<{ chosen: PaperOnFile; outcome: Outcome; milliseconds: Record<string, number> }> {
  const { madeAt, ...chosen } = chosenPaper(quarter, paper, options);
  const progress = watching(options);
  const timings: { name: string; at: number }[] = [];
  const { buildPaper } = await import('../build-paper.js');
  const outcome = await buildPaper({
    root: options.root,
    ...(press && { press }),
    ...chosen,
    madeAt,
    edition,
    want,
    onStage: (name) => {
      timings.push({ name, at: performance.now() });
      progress(`${chosen.quarter} ${chosen.paper}: ${name} …`);
    },
  });
  timings.push({ name: 'done', at: performance.now() });
  progress('');
  const milliseconds = Object.fromEntries(
    timings
      .slice(0, -1)
      .map(({ name, at }, index) => [name, Math.round((timings[index + 1]?.at ?? at) - at)]),
  );
  return { chosen, outcome, milliseconds };
}
