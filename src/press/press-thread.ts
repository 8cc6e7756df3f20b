import { parentPort } from 'node:worker_threads';
// What the press here would load when it is first needed, loaded at once.
import '../sources/pack-sources.js';
import '../charts/draw-plans.js';
import './typeset.js';
import { learnLetters } from '../pdf/learn-letters.js';
import { END, type Answer, type Request } from './press-beside.js';
import { pressHere } from './press.js';

const press = pressHere();

/** The thread of `pressBeside`: each request is answered under its number. */
parentPort?.on('message', (request: Request | typeof END) => {
  if (request === END) parentPort?.close();
  else void answer(request).then((given) => parentPort?.postMessage(given));
});

async function answer({ id, what, given }: Request): Promise<Answer> {
  const work = press[what] as (...all: unknown[]) => Promise<unknown>;
  try {
    return { id, result: await work(...given) };
  } catch (error) {
    return { id, error: error instanceof Error ? error : new Error(String(error)) };
  }
}

setImmediate(learnLetters); // there is time: the paper is not written yet
