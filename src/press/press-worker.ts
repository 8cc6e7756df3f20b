import { parentPort } from 'node:worker_threads';
// The in-process press loads these at their first use. Here they are loaded while the paper is still being read.
import '../sources/pack-sources.js';
import '../charts/draw-plans.js';
import './typeset.js';
import { makeCache } from '../model/cache.js';
import { createInProcessPress } from './in-process-press.js';
import { END, type PressCall, type WorkerAnswer, type WorkerRequest } from './worker-messages.js';

/** The parts of the PDF of the last build of a preview. */
const cache = makeCache();
const press = createInProcessPress(cache);

parentPort?.on('message', (request: WorkerRequest | typeof END) => {
  if (request === END) parentPort?.close();
  else void answerRequest(request).then((answer) => parentPort?.postMessage(answer));
});

async function answerRequest({ id, ...call }: WorkerRequest): Promise<WorkerAnswer> {
  try {
    return { id, result: await runCall(call) };
  } catch (error) {
    return { id, error: error instanceof Error ? error : new Error(String(error)) };
  }
}

/** Runs one task. A task without a case does not compile: the function would end without a result. */
async function runCall(call: PressCall): Promise<unknown> {
  switch (call.task) {
    case 'draw':
      return press.draw(...call.args);
    case 'pack':
      return press.pack(...call.args);
    case 'typeset':
      return press.typeset(...call.args);
    case 'packAndTypeset':
      return press.packAndTypeset(...call.args).finally(() => cache.evictUnused());
    case 'writeWord':
      return press.writeWord(...call.args);
    case 'build':
      return (await import('./build-in-worker.js')).buildInWorker(...call.args);
  }
}
