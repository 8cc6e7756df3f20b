import type { BuildRequest, SoundPaper, UnreadPaper, UnsoundPaper } from '../build-paper.js';
import type { PaperOnFile } from '../inputs/project/list-papers.js';
import { WORKING_EDITION } from '../model/edition.js';
import { findRequestedPaper } from './find-requested-paper.js';
import type { Options } from './command.js';
import { createProgressLine } from './print.js';

/** The whole pipeline of `build-paper.ts`, or a part of it. */
type Pipeline<Result> = (request: BuildRequest) => Promise<Result>;

/**
 * Chooses the paper that the user means and runs a pipeline on it. Shows each stage on a terminal, and measures its
 * duration. A pipeline that makes an edition other than the working copy sets it in the request.
 */
export async function runOnPaper<Result>(
  period: string | undefined,
  paper: string | undefined,
  options: Options,
  pipeline: Pipeline<Result>,
): Promise<{ chosen: PaperOnFile; result: Result; milliseconds: Record<string, number> }> {
  const { madeAt, ...chosen } = findRequestedPaper(period, paper, options);
  const showProgress = createProgressLine(options);
  const starts: { name: string; at: number }[] = [];
  try {
    const result = await pipeline({
      root: options.root,
      ...chosen,
      madeAt,
      edition: () => WORKING_EDITION,
      onStage: (name) => {
        starts.push({ name, at: performance.now() });
        showProgress(`${chosen.period} ${chosen.paper}: ${name} …`);
      },
    });
    return { chosen, result, milliseconds: computeDurations(starts, performance.now()) };
  } finally {
    showProgress('');
  }
}

/** Composes the checked document with what is exempt, without drawing its charts: what the author works on. */
export async function composeUndrawn(
  request: BuildRequest,
): Promise<UnreadPaper | UnsoundPaper | SoundPaper> {
  const { composePaper } = await import('../build-paper.js');
  return composePaper({ access: 'exempt', ...request }, { draw: false });
}

/** Computes the whole milliseconds from each start to the next one, and from the last to the end. */
function computeDurations(starts: { name: string; at: number }[], end: number): Record<string, number> {
  return Object.fromEntries(
    starts.map(({ name, at }, index) => [name, Math.round((starts[index + 1]?.at ?? end) - at)]),
  );
}
