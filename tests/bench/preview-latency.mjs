import { spawn } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';

/**
 * Measures the times from a save to the new page and to the new PDF, in milliseconds, as a browser experiences them. The file is
 * written, the event arrives and the page is fetched. Also returns the stages of the last rebuild. `work` is an empty folder.
 */
export async function measurePreviewLatency(work, edits) {
  for (const folder of ['data', 'templates']) cpSync(folder, join(work, folder), { recursive: true });
  const file = join(work, 'data/2008-09-q3/tp-thematic-performance.yaml');
  const text = readFileSync(file, 'utf8');
  const program = spawn(process.execPath, ['dist/cli.js', 'preview', '--root', work, '--json']);
  const url = await new Promise((done) => {
    let out = '';
    program.stdout.on('data', (chunk) => {
      out += chunk;
      const [, address] = /"url": "(.*)"/.exec(out) ?? [];
      if (address) done(address);
    });
  });
  const events = [];
  let check = () => undefined;
  get(`${url}events`, (response) => {
    let unread = '';
    response.on('error', () => undefined);
    response.on('data', (chunk) => {
      const messages = (unread + chunk).split('\n\n');
      unread = messages.pop();
      for (const message of messages)
        if (message.startsWith('data: '))
          events.push({ at: performance.now(), state: JSON.parse(message.slice(6)) });
      check();
    });
  });
  const until = (fits) =>
    new Promise((done) => {
      check = () => {
        if (events.length > 0 && fits(events.at(-1).state)) done(events.at(-1).state);
      };
      check();
    });
  const isDone = ({ paper, pdf, work: stage }) => paper !== null && pdf === paper && stage === null;
  const times = [];
  const pdfTimes = [];
  let stages = {};
  for (let count = 0; count <= edits; count++) {
    const { paper } = await until(isDone);
    events.splice(0, events.length - 1);
    const word = `TP helps number ${count} to pay for`;
    const saved = performance.now();
    writeFileSync(file, text.replace('TP helps to pay for', word));
    await until((state) => state.paper !== paper);
    const page = await (await fetch(`${url}paper.html`)).text();
    if (count > 0) times.push(performance.now() - saved); // the first save is the warm-up
    await until(isDone);
    if (count > 0) pdfTimes.push(performance.now() - saved);
    if (!page.includes(word)) throw new Error('the page does not have the saved word');
    const rebuilt = events.slice(1);
    stages = Object.fromEntries(
      rebuilt
        .slice(0, -1)
        .map(({ at, state }, index) => [state.work, Math.round(rebuilt[index + 1].at - at)]),
    );
  }
  program.kill('SIGINT');
  await new Promise((ended) => program.once('exit', ended));
  return { times, pdfTimes, stages };
}
