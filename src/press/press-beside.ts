import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Press } from './press.js';

export interface Request {
  id: number;
  what: keyof Press;
  given: Parameters<Press[keyof Press]>;
}

/** In place of a request: there will be no more. */
export const END = 'end';

export type Answer = { id: number } & ({ result: unknown } | { error: Error });

interface Waiting {
  resolve: (result: never) => void;
  reject: (error: unknown) => void;
}

/**
 * The press in a thread of its own, which begins to load its libraries at once: while it draws and typesets, the caller reads,
 * writes and checks. It keeps the process alive only while it is awaited, and is begun anew where it broke down.
 */
export function pressBeside(): Press & { stop: () => Promise<void> } {
  let thread: Worker | null = null;
  let last = 0;
  let ending = false;
  const waiting = new Map<number, Waiting>();
  const failAll = (error: unknown): void => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const begin = (): Worker => {
    const worker = new Worker(new URL('./start-press.js', import.meta.url));
    worker.on('message', ({ id, ...answer }: Answer) => {
      const asked = waiting.get(id);
      waiting.delete(id);
      if (waiting.size === 0 && !ending) worker.unref();
      if ('error' in answer) asked?.reject(answer.error);
      else asked?.resolve(answer.result as never);
    });
    worker.once('error', failAll);
    worker.once('exit', () => {
      ending = false;
      if (thread === worker) thread = null;
      failAll(new Error('the thread of the press has ended'));
    });
    worker.unref();
    return worker;
  };
  const stop = async (): Promise<void> => {
    if (!thread) return;
    ending = true;
    thread.ref();
    const ended = once(thread, 'exit');
    thread.postMessage(END);
    await ended;
  };
  const ask = <What extends keyof Press>(what: What): Press[What] =>
    // Each of a press's works has its own arguments and result, which the thread keeps.
    ((...given: Parameters<Press[keyof Press]>) =>
      new Promise((resolve, reject) => {
        thread ??= begin();
        thread.ref();
        const id = ++last;
        waiting.set(id, { resolve, reject });
        thread.postMessage({ id, what, given } satisfies Request);
      })) as Press[What];
  thread = begin();
  return { stop, draw: ask('draw'), pack: ask('pack'), typeset: ask('typeset') };
}
