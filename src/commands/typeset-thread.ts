import { parentPort } from 'node:worker_threads';
import { typeset } from '../build-paper.js';

/** What a preview asks of the thread that sets its PDFs. */
export type TypesetJob = Parameters<typeof typeset>;

export type TypesetAnswer = { pdf: Uint8Array } | { error: Error };

/** Typesetting takes longer than all else together: in a thread of its own it holds up neither the page nor the next save. */
parentPort?.on('message', (job: TypesetJob) => {
  void answer(job).then((given) => parentPort?.postMessage(given));
});

async function answer(job: TypesetJob): Promise<TypesetAnswer> {
  try {
    const [pdf] = (await typeset(...job)).files;
    return { pdf: pdf?.bytes ?? new Uint8Array() };
  } catch (error) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }
}
