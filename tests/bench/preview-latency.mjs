import { spawn } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';

/**
 * From saving a word to having the new page, in milliseconds, as a browser meets it: the file is written, the event comes, the page is
 * fetched. With it the stages of the last rebuild, as they were told. `work` is an empty folder.
 */
export async function previewLatency(work, edits) {
  for (const folder of ['data', 'templates']) cpSync(folder, join(work, folder), { recursive: true });
  const file = join(work, 'data/2008-09-q3/tp-thematic-performance.yaml');
  const text = readFileSync(file, 'utf8');
  const program = spawn(process.execPath, ['dist/cli.js', 'preview', '--root', work, '--json']);
  const url = await new Promise((found) => {
    let out = '';
    program.stdout.on('data', (chunk) => {
      out += chunk;
      const [, address] = /"url": "(.*)"/.exec(out) ?? [];
      if (address) found(address);
    });
  });
  const told = [];
  let look = () => undefined;
  get(`${url}events`, (response) => {
    let unread = '';
    response.on('error', () => undefined);
    response.on('data', (chunk) => {
      const messages = (unread + chunk).split('\n\n');
      unread = messages.pop();
      for (const message of messages)
        if (message.startsWith('data: '))
          told.push({ at: performance.now(), state: JSON.parse(message.slice(6)) });
      look();
    });
  });
  const until = (fits) =>
    new Promise((found) => {
      look = () => {
        if (told.length > 0 && fits(told.at(-1).state)) found(told.at(-1).state);
      };
      look();
    });
  const isDone = ({ paper, pdf, work: doing }) => paper !== null && pdf === paper && doing === null;
  const times = [];
  let stages = {};
  for (let count = 0; count <= edits; count++) {
    const { paper } = await until(isDone);
    told.splice(0, told.length - 1);
    const word = `TP helps number ${count} to pay for`;
    const saved = performance.now();
    writeFileSync(file, text.replace('TP helps to pay for', word));
    await until((state) => state.paper !== paper);
    const page = await (await fetch(`${url}paper.html`)).text();
    if (count > 0) times.push(performance.now() - saved); // the first warms it up
    if (!page.includes(word)) throw new Error('the page has not the word that was saved');
    const rebuilt = told.slice(1);
    stages = Object.fromEntries(
      rebuilt
        .slice(0, -1)
        .map(({ at, state }, index) => [state.work, Math.round(rebuilt[index + 1].at - at)]),
    );
  }
  program.kill('SIGINT');
  await new Promise((ended) => program.once('exit', ended));
  return { times, stages };
}
