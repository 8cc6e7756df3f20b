import { composePaper } from '../../src/build-paper.js';
import { WORKING_EDITION } from '../../src/model/edition.js';
import type { Problem } from '../../src/model/problem.js';

/** Composes a paper without its drawings and lists the problems in it. */
export async function listProblems(root: string, period: string, paper: string): Promise<Problem[]> {
  const { problems } = await composePaper(
    {
      root,
      period,
      paper,
      access: 'exempt',
      madeAt: null,
      edition: () => WORKING_EDITION,
      onStage: () => undefined,
    },
    { draw: false },
  );
  return problems;
}
