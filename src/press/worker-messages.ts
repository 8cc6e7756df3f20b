import type { Press } from './press.js';

/** A call of one of the press's functions. */
export type PressCall = { [K in keyof Press]: { task: K; args: Parameters<Press[K]> } }[keyof Press];

/** A message to the worker. The id links the answer to the request. */
export type WorkerRequest = { id: number } & PressCall;

/** A message to the worker in place of a request: no more requests follow. */
export const END = 'end';

/** A message from the worker. */
export type WorkerAnswer = { id: number } & ({ result: unknown } | { error: Error });
