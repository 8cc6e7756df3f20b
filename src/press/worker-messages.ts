import type { PaperJob, PaperResult } from './paper-job.js';
import type { Press } from './press.js';

/** The tasks of a worker: those of a press, and whole papers. */
export interface WorkerTasks extends Press {
  build: (job: PaperJob) => Promise<PaperResult>;
}

/** A call of one of the worker's tasks. */
export type PressCall = {
  [K in keyof WorkerTasks]: { task: K; args: Parameters<WorkerTasks[K]> };
}[keyof WorkerTasks];

/** A message to the worker. The id links the answer to the request. */
export type WorkerRequest = { id: number } & PressCall;

/** A message to the worker in place of a request: no more requests follow. */
export const END = 'end';

/** A message from the worker. */
export type WorkerAnswer = { id: number } & ({ result: unknown } | { error: Error });
