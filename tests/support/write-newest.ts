import { composePaper } from '../../src/build-paper.js';
import { renderCsv } from '../../src/csv/render-csv.js';
import { renderHtml } from '../../src/html/render-html.js';
import { listPapers } from '../../src/inputs/project/list-papers.js';
import { WORKING_EDITION } from '../../src/model/edition.js';
import type { Problem } from '../../src/model/problem.js';
import { createInProcessPress } from '../../src/press/in-process-press.js';

/** The pages of a paper, without its PDF. */
export interface WrittenPages {
  problems: Problem[];
  /** Null if the paper cannot be built. */
  pages: { html: string; csv: string } | null;
}

const press = createInProcessPress();

/** Writes the newest paper of a project as `papers build` does, without setting its PDF, which takes most of a build. */
export async function writeNewest(root: string): Promise<WrittenPages> {
  const newest = listPapers(root).at(-1);
  if (!newest) throw new Error(`no paper in ${root}`);
  const request = {
    root,
    ...newest,
    press,
    madeAt: null,
    edition: () => WORKING_EDITION,
    onStage: () => undefined,
  };
  const result = await composePaper(request, { draw: true });
  if (result.state !== 'sound') return { problems: result.problems, pages: null };
  const html = renderHtml(result.document, result.inputs.theme, { isTraced: false, files: null });
  return { problems: result.problems, pages: { html, csv: renderCsv(result.document) } };
}
