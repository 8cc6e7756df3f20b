import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';

const { program, port, state } = workerData;
const { run } = createRequire(import.meta.url)(program);

parentPort.on('message', async ({ args, env }) => {
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'])
    process[name].write = (text) => {
      texts[name] += text;
      return true;
    };
  const code = await run(args);
  port.postMessage({ code, out: texts.stdout, err: texts.stderr });
  Atomics.store(state, 0, 1);
  Atomics.notify(state, 0);
});
