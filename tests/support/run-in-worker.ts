import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads';
import { resolve } from 'node:path';
import type { Run } from './run-papers.js';

interface Request {
  args: string[];
  env: NodeJS.ProcessEnv;
  cwd: string;
}

/** A worker thread with the program, and the means to wait for it. */
interface Runner {
  worker: Worker;
  port: MessagePort;
  /** 0 while a command runs, and 1 when it has ended. */
  state: Int32Array;
}

let runner: Runner | undefined;

/** Runs a command of the program in a worker thread, and waits until it has ended. */
export function runInWorker({ args, env, cwd }: Request): Run {
  runner ??= startRunner();
  const { worker, port, state } = runner;
  const before = process.cwd();
  process.chdir(cwd); // Node tells its workers only about calls of this property.
  Atomics.store(state, 0, 0);
  worker.postMessage({ args, env: JSON.parse(JSON.stringify(env)) as NodeJS.ProcessEnv });
  Atomics.wait(state, 0, 0);
  process.chdir(before);
  const received = receiveMessageOnPort(port) as { message: Run } | undefined;
  if (!received) throw new Error('the worker gave no result');
  return received.message;
}

function startRunner(): Runner {
  const { port1, port2 } = new MessageChannel();
  const state = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL('./papers-worker.mjs', import.meta.url), {
    workerData: { program: resolve('dist/program.cjs'), port: port2, state },
    transferList: [port2],
  });
  worker.unref();
  port1.unref();
  return { worker, port: port1, state };
}
