import { listBlocks } from '../model/list-sections.js';
import { createInProcessPress } from './in-process-press.js';
import type { Press, StoppablePress, TypesetJob } from './press.js';

/** A longer paper is typeset in the caller's thread: there a second heap costs more memory than it saves time. */
export const MAX_BLOCKS_IN_WORKER = 1000;

/**
 * Returns a press that stops the worker to save memory for a long paper. For a command that builds one paper
 * and ends.
 */
export function createLowMemoryPress(workerPress: StoppablePress): StoppablePress {
  const { draw, pack, packAndTypeset, stop } = workerPress;
  const choosePress = async ({ document }: Pick<TypesetJob, 'document'>): Promise<Press> => {
    if (listBlocks(document).length <= MAX_BLOCKS_IN_WORKER) return workerPress;
    await stop();
    return createInProcessPress();
  };
  return {
    draw,
    pack,
    packAndTypeset,
    stop,
    typeset: async (job) => (await choosePress(job)).typeset(job),
    writeWord: async (job) => (await choosePress(job)).writeWord(job),
  };
}
