import { renderCsv } from '../../src/csv/render-csv.js';
import { renderHtml } from '../../src/html/render-html.js';
import type { Problem } from '../../src/model/problem.js';
import { createInProcessPress } from '../../src/press/in-process-press.js';
import { composeNewest } from './compose-newest.js';

/** The pages of a paper, without its PDF. */
export interface WrittenPages {
  problems: Problem[];
  /** Null if the paper cannot be built. */
  pages: { html: string; csv: string } | null;
}

const press = createInProcessPress();

/** Writes the newest paper of a project as `papers build` does, without setting its PDF, which takes most of a build. */
export async function writeNewest(root: string): Promise<WrittenPages> {
  const { result } = await composeNewest(root, press);
  if (result.state !== 'sound') return { problems: result.problems, pages: null };
  const html = renderHtml(result.document, result.inputs.theme, { isTraced: false, files: null });
  return { problems: result.problems, pages: { html, csv: renderCsv(result.document) } };
}
