import { availableParallelism } from 'node:os';

/** The memory in bytes that a worker needs for a long paper, with its libraries. */
const MEMORY_OF_WORKER = 500 * 1024 * 1024;

/** Chooses how many papers to build at the same time: one for each processor, as far as the memory goes. */
export function chooseJobs(papers: number): number {
  const fitting = Math.floor(process.availableMemory() / MEMORY_OF_WORKER);
  return Math.max(1, Math.min(availableParallelism(), fitting, papers));
}
