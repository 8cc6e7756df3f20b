import { composePaper } from '../../src/build-paper.js';
import { listPapers } from '../../src/inputs/project/list-papers.js';
import { WORKING_EDITION } from '../../src/model/edition.js';
import type { Press } from '../../src/press/press.js';

/** Composes the newest paper of a project as `papers build` does, with its drawings. */
export async function composeNewest(root: string, press: Press) {
  const newest = listPapers(root).at(-1);
  if (!newest) throw new Error(`no paper in ${root}`);
  const result = await composePaper(
    { root, ...newest, press, madeAt: null, edition: () => WORKING_EDITION, onStage: () => undefined },
    { draw: true },
  );
  return { newest, result };
}
