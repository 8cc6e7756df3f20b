import { join } from 'node:path';
import { replaceFolder } from '../disk/replace-folder.js';
import type { PaperOnFile } from '../inputs/project/list-papers.js';
import type { Problem } from '../model/problem.js';
import type { PaperJob, PaperResult } from '../press/paper-job.js';
import { WorkerPress } from '../press/worker-press.js';
import { getOutputFolder } from './get-output-folder.js';
import { explainDiskError } from '../report/explain-disk-error.js';

/** The end of one paper's build. */
export interface PaperOutcome extends PaperOnFile {
  /** The files of the output folder. Null if the paper failed: then the files of its last build are unchanged. */
  files: PaperResult['files'] | null;
  /** The files of the exempt edition. Empty if the paper has none. */
  exemptFiles: PaperResult['exemptFiles'];
  problems: Problem[];
  /** Why the paper failed, if not for its problems: a sentence on the disk, or the stack of an internal error. */
  failure: { kind: 'disk' | 'internal'; text: string } | null;
}

/**
 * Builds papers in worker threads, `jobs` at a time, and writes their output folders. A worker keeps its libraries and
 * the project's files from one paper to the next. Only this thread writes, so that a signal never stops a write halfway.
 * Calls `onStart` and `onEnd` for each paper. The results have the order of the papers.
 */
export async function buildPapers(
  papers: readonly PaperOnFile[],
  { root, madeAt, hasWord, jobs }: Pick<PaperJob, 'root' | 'madeAt' | 'hasWord'> & { jobs: number },
  { onStart, onEnd }: { onStart: (paper: PaperOnFile) => void; onEnd: (outcome: PaperOutcome) => void },
): Promise<PaperOutcome[]> {
  const outcomes: PaperOutcome[] = [];
  const queue = papers.entries(); // shared by the workers
  const runWorker = async (worker: WorkerPress): Promise<void> => {
    for (const [index, paper] of queue) {
      onStart(paper);
      const outcome = await buildAndWrite(worker, { root, madeAt, hasWord, ...paper });
      outcomes[index] = outcome;
      onEnd(outcome);
    }
  };
  const count = Math.min(jobs, papers.length);
  await Promise.all(Array.from({ length: count }, () => runWorker(new WorkerPress())));
  return outcomes;
}

async function buildAndWrite(worker: WorkerPress, job: PaperJob): Promise<PaperOutcome> {
  const { period, paper } = job;
  const failed = { period, paper, files: null, exemptFiles: [] };
  let problems: Problem[] = [];
  try {
    const result = await worker.build(job);
    problems = result.problems;
    if (!result.isBuilt) {
      const failure = result.diskError === null ? null : ({ kind: 'disk', text: result.diskError } as const);
      return { ...failed, problems, failure };
    }
    const { files, exemptFiles } = result;
    replaceFolder(join(job.root, getOutputFolder(period, paper)), files);
    if (exemptFiles.length > 0)
      replaceFolder(join(job.root, getOutputFolder(period, paper, 'exempt')), exemptFiles);
    return { period, paper, files, exemptFiles, problems, failure: null };
  } catch (error) {
    return { ...failed, problems, failure: explainFailure(error) };
  }
}

function explainFailure(error: unknown): PaperOutcome['failure'] {
  const text = explainDiskError(error);
  if (text !== null) return { kind: 'disk', text };
  return { kind: 'internal', text: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}
