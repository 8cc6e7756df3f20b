import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { StoppablePress } from './press.js';
import {
  END,
  type PressCall,
  type WorkerAnswer,
  type WorkerRequest,
  type WorkerTasks,
} from './worker-messages.js';

interface PendingCall {
  resolve: (result: unknown) => void;
  reject: (error: unknown) => void;
}

/**
 * A press in a worker thread, which loads its libraries at once. While it draws and typesets, the caller
 * reads, writes and checks. The worker keeps the process alive only while a call is pending. A worker that
 * crashed is replaced at the next call.
 */
export class WorkerPress implements StoppablePress, WorkerTasks {
  private worker: Worker | null = this.startWorker();
  private lastId = 0;
  private isStopping = false;
  private readonly pending = new Map<number, PendingCall>();

  draw: WorkerTasks['draw'] = (...args) => this.call({ task: 'draw', args });
  pack: WorkerTasks['pack'] = (...args) => this.call({ task: 'pack', args });
  build: WorkerTasks['build'] = (...args) => this.call({ task: 'build', args });
  typeset: WorkerTasks['typeset'] = (...args) => this.call({ task: 'typeset', args });
  packAndTypeset: WorkerTasks['packAndTypeset'] = (...args) => this.call({ task: 'packAndTypeset', args });
  writeWord: WorkerTasks['writeWord'] = (...args) => this.call({ task: 'writeWord', args });

  stop = async (): Promise<void> => {
    if (!this.worker) return;
    this.isStopping = true;
    this.worker.ref();
    const exit = once(this.worker, 'exit');
    this.worker.postMessage(END);
    await exit;
  };

  private call<Result>(call: PressCall): Promise<Result> {
    return new Promise((resolve, reject) => {
      const worker = (this.worker ??= this.startWorker());
      worker.ref();
      const id = ++this.lastId;
      // The worker runs the press's function of the task's name, so the answer has the type that this function returns.
      this.pending.set(id, { resolve: resolve as PendingCall['resolve'], reject });
      worker.postMessage({ id, ...call } satisfies WorkerRequest);
    });
  }

  private startWorker(): Worker {
    const worker = new Worker(new URL('./start-press-worker.js', import.meta.url));
    worker.on('message', (answer: WorkerAnswer) => this.settle(worker, answer));
    worker.once('error', (error) => this.rejectAll(error));
    worker.once('exit', () => {
      this.isStopping = false;
      if (this.worker === worker) this.worker = null;
      this.rejectAll(new Error('the press worker has ended'));
    });
    worker.unref();
    return worker;
  }

  private settle(worker: Worker, { id, ...answer }: WorkerAnswer): void {
    const call = this.pending.get(id);
    this.pending.delete(id);
    if (this.pending.size === 0 && !this.isStopping) worker.unref();
    if ('error' in answer) call?.reject(answer.error);
    else call?.resolve(answer.result);
  }

  private rejectAll(error: unknown): void {
    for (const { reject } of this.pending.values()) reject(error);
    this.pending.clear();
  }
}
