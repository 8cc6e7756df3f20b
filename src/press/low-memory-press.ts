import { listBlocks } from '../model/list-sections.js';
import { createInProcessPress } from './in-process-press.js';
import type { StoppablePress } from './press.js';

/** A longer paper is typeset in the caller's thread: there a second heap costs more memory than it saves time. */
export const MAX_BLOCKS_IN_WORKER = 1000;

/**
 * Returns a press that stops the worker to save memory for a long paper. For a command that builds one paper
 * and ends.
 */
export function createLowMemoryPress(workerPress: StoppablePress): StoppablePress {
  const { draw, pack, packAndTypeset, stop } = workerPress;
  return {
    draw,
    pack,
    packAndTypeset,
    stop,
    typeset: async (job) => {
      if (listBlocks(job.document).length <= MAX_BLOCKS_IN_WORKER) return workerPress.typeset(job);
      await stop();
      return createInProcessPress().typeset(job);
    },
  };
}
