import { buildPaper } from '../../src/build-paper.js';
import { listPapers } from '../../src/inputs/project/list-papers.js';
import type { Document } from '../../src/model/document.js';
import type { Theme } from '../../src/model/theme.js';
import { WORKING_EDITION } from '../../src/model/edition.js';

/** Builds the newest paper of a project. Returns the document and its PDF, for tests that compare them. */
export async function buildNewest(
  root: string,
): Promise<{ document: Document; theme: Theme; pdf: Uint8Array }> {
  const newest = listPapers(root).at(-1);
  if (!newest) throw new Error(`no paper in ${root}`);
  const order = {
    root,
    ...newest,
    madeAt: null,
    edition: () => WORKING_EDITION,
    onStage: () => undefined,
  };
  const result = await buildPaper(order);
  if (result.state !== 'built') throw new Error(JSON.stringify(result.problems));
  const { document, inputs, files } = result;
  const pdf = files.find(({ name }) => name.endsWith('.pdf'))?.bytes;
  if (!pdf) throw new Error(`no PDF among ${files.map(({ name }) => name).join(', ')}`);
  return { document, theme: inputs.theme, pdf };
}
