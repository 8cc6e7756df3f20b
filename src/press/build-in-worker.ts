import { buildEditions } from '../commands/build-editions.js';
import { createWorkingEdition } from '../commands/create-working-edition.js';
import { makeCache } from '../model/cache.js';
import { explainDiskError } from '../report/explain-disk-error.js';
import { createInProcessPress } from './in-process-press.js';
import type { PaperJob, PaperResult } from './paper-job.js';

/** Keeps what the next paper of this worker shares with the last one: the project's files and earlier periods. */
const cache = makeCache();
const press = createInProcessPress(cache);

/** Builds a working copy in this thread, from reading to typesetting. Writes nothing. */
export async function buildInWorker({
  root,
  period,
  paper,
  madeAt,
  hasWord,
}: PaperJob): Promise<PaperResult> {
  const edition = createWorkingEdition(root);
  const request = { root, period, paper, madeAt, hasWord, edition, cache, press, onStage: () => undefined };
  try {
    const result = await buildEditions(request);
    const isBuilt = result.state === 'built';
    return {
      isBuilt,
      diskError: null,
      problems: result.problems,
      files: isBuilt ? result.publicEdition.files : [],
      exemptFiles: isBuilt ? (result.exemptEdition?.files ?? []) : [],
    };
  } catch (error) {
    // Explained here, because an error loses its code on the way to another thread.
    const diskError = explainDiskError(error);
    if (diskError === null) throw error;
    return { isBuilt: false, diskError, problems: [], files: [], exemptFiles: [] };
  } finally {
    cache.evictUnused();
  }
}
