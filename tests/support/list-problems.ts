import { composePaper } from '../../src/build-paper.js';
import { WORKING_EDITION } from '../../src/model/edition.js';
import type { Problem } from '../../src/model/problem.js';
import { parsePeriod } from '../../src/model/period.js';

/** Composes a paper without its drawings and lists the problems in it. Throws if the quarter's name is invalid. */
export async function listProblems(root: string, periodName: string, paper: string): Promise<Problem[]> {
  const period = parsePeriod(periodName);
  if (period === null) throw new Error(`${periodName} is not a quarter`);
  const { problems } = await composePaper(
    { root, period, paper, madeAt: null, edition: () => WORKING_EDITION, onStage: () => undefined },
    { draw: false },
  );
  return problems;
}
