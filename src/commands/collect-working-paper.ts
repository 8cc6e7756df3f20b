import { join, posix } from 'node:path';
import { replaceFolder } from '../disk/replace-folder.js';
import type { PaperOnFile } from '../inputs/project/list-papers.js';
import { listRecommendation } from '../pack/list-recommendation.js';
import type { Collected } from './collect-issued-paper.js';
import type { Options } from './command.js';
import { createWorkingEdition } from './create-working-edition.js';
import { printProblems } from './print.js';
import { runOnPaper } from './run-on-paper.js';

/** Builds the working copy of a paper, as `papers build` does, and prints its problems. */
export async function collectWorkingPaper(
  { period, paper: id }: PaperOnFile,
  packFolder: string,
  options: Options,
): Promise<Collected> {
  const { result } = await runOnPaper(period, id, options, async (request) => {
    const { buildPaper } = await import('../build-paper.js');
    return buildPaper({ ...request, edition: createWorkingEdition(options.root) });
  });
  if (!options.json) printProblems(result, options.root);
  const folder = `output/${period}/${id}`;
  const pdf = result.state === 'built' ? result.files.find(({ name }) => name.endsWith('.pdf')) : undefined;
  if (result.state !== 'built' || !pdf) {
    const fault = {
      path: `data/${period}/${id}.yaml`,
      message: `cannot be built: papers check ${period} ${id}`,
    };
    return { collected: null, fault, remark: null };
  }
  replaceFolder(join(options.root, folder), result.files);
  const link = (name: string): string => posix.relative(packFolder, `${folder}/${name}`);
  const paper = {
    state: 'packed' as const,
    id,
    version: null,
    recommendation: listRecommendation(result.document),
    page: link(`${id}.html`),
    pdf: link(pdf.name),
    bytes: pdf.bytes.length,
  };
  const file = `${folder}/${pdf.name}`;
  return {
    collected: { paper, bytes: pdf.bytes, madeAt: result.document.madeAt, file },
    fault: null,
    remark: null,
  };
}
