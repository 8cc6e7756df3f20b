import { composePaper } from '../../src/build-paper.js';
import { WORKING_EDITION } from '../../src/model/edition.js';
import type { Problem } from '../../src/model/problem.js';
import { parseQuarter } from '../../src/model/quarter.js';

/** Composes a paper without its drawings and lists the problems in it. Throws if the quarter's name is invalid. */
export async function listProblems(root: string, quarterName: string, paper: string): Promise<Problem[]> {
  const quarter = parseQuarter(quarterName);
  if (quarter === null) throw new Error(`${quarterName} is not a quarter`);
  const { problems } = await composePaper(
    { root, quarter, paper, madeAt: null, edition: () => WORKING_EDITION, onStage: () => undefined },
    { draw: false },
  );
  return problems;
}
