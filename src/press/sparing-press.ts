import { listBlocks } from '../model/list-sections.js';
import type { pressBeside } from './press-beside.js';
import { pressHere } from './press.js';

/** A paper of more blocks than this is set in the caller's thread: a second heap would cost more memory than it saves time. */
export const LONGEST_BESIDE = 1000;

/** A press that spares memory, for a command that makes one paper and has nothing else to do meanwhile. */
export function sparingPress(beside: ReturnType<typeof pressBeside>): ReturnType<typeof pressBeside> {
  return {
    ...beside,
    typeset: async (job) => {
      if (listBlocks(job.document).length <= LONGEST_BESIDE) return beside.typeset(job);
      await beside.stop();
      return pressHere().typeset(job);
    },
  };
}
