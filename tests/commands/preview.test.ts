import { cpSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FigureFacts, PreviewState } from '../../src/preview/preview-state.js';
import { readAttribute, readHtml, readText } from '../support/read-html.js';
import { removePublishedParts } from '../support/remove-published-parts.js';
import { copyProject, runPapers, type Copy } from '../support/run-papers.js';
import { ask, isDone, runPreview, saveInto, type RunningPreview } from '../support/run-preview.js';

const PAPER = 'data/2024-25-q2/parks-update.yaml';
const SURVEY = 'data/2024-25-q2/survey.yaml';

let copy: Copy;
let preview: RunningPreview;
beforeAll(async () => {
  copy = copyProject('tests/papers/parks-update');
  preview = await runPreview(copy.root);
});
afterAll(async () => {
  expect(await preview.end()).toBe(0);
  copy.remove();
});

const save = (path: string, edit: (text: string) => string): Promise<PreviewState> =>
  saveInto({ preview, copy }, path, edit);

test('shows the same page and PDF as a build', async () => {
  await preview.until(isDone);
  expect(runPapers(['build', '--root', copy.root]).code).toBe(0);
  const readOutput = (name: string): Buffer =>
    readFileSync(join(copy.root, 'output/2024-25-q2/parks-update', `parks-update.${name}`));
  const unmarked = (await preview.page()).replace(/ data-(figure|figure-place|place)="[^"]*"/g, '');
  expect(unmarked.replace(/<span>([^<]*)<\/span>/g, '$1')).toBe(
    removePublishedParts(readOutput('html').toString('utf8')).replace(/<span>([^<]*)<\/span>/g, '$1'),
  );
  expect((await preview.ask('paper.pdf')).body.equals(readOutput('pdf'))).toBe(true);
});

test('shows a saved word, and marks its paragraph', async () => {
  const state = await save(PAPER, (text) => text.replace(/(\n {6})(\w+)/, '$1Freshly-saved $2'));
  const html = await preview.page();
  expect(html).toContain('Freshly-saved');
  expect(state.changes).toHaveLength(1);
  const [{ section, block, kind } = { section: -1, block: null, kind: null }] = state.changes;
  expect(kind).toBe('changed');
  const sections = html.split(/<section[ >]/).slice(1);
  const blocks = readHtml(`<body>${sections[section ?? -1] ?? ''}`).elements.filter(
    (element) => readAttribute(element, 'data-place') !== null,
  );
  const changed = blocks[(block ?? -1) + 1];
  expect(changed && readText(changed)).toContain('Freshly-saved');
});

test('keeps the last valid paper while a file is broken, and shows the problem with its line', async () => {
  const before = await preview.until(isDone);
  const good = await preview.page();
  const text = readFileSync(join(copy.root, PAPER), 'utf8');
  copy.change(PAPER, (before) => before.replace('narrative:', 'narative:'));
  const broken = await preview.until((state) => !state.isCurrent);
  expect(broken.paper).toBe(before.paper);
  const problem = broken.problems.find(({ rule }) => rule === 'key-is-known');
  expect(problem?.lineText).toBe('narative:');
  expect(problem).toMatchObject({
    severity: 'error',
    place: { file: PAPER },
    hint: expect.stringContaining('narrative') as string,
  });
  expect(await preview.page()).toBe(good);
  copy.write(PAPER, text);
  const fixed = await preview.until((state) => state.isCurrent && state.work === null);
  expect(fixed.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(fixed.paper).toBe(before.paper);
});

test('explains each figure with its place', async () => {
  await preview.until(isDone);
  const { elements } = readHtml(await preview.page());
  const figures = elements.filter((element) => readAttribute(element, 'data-figure') !== null);
  expect(figures.length).toBeGreaterThan(20);
  for (const figure of figures) {
    const place = readAttribute(figure, 'data-figure-place') ?? '';
    const mark = `${readAttribute(figure, 'data-figure') ?? ''} ${place}`;
    const { status, body } = await preview.ask(`figure?mark=${encodeURIComponent(mark)}`);
    expect(status).toBe(200);
    const { rows } = JSON.parse(body.toString('utf8')) as FigureFacts;
    expect(rows.find(({ name }) => name === 'File')?.text).toBe(place);
    const [, file = '', line = ''] = /^(.*):(\d+):\d+$/.exec(place) ?? [];
    expect(readFileSync(join(copy.root, file), 'utf8').split('\n')[Number(line) - 1]).toBeDefined();
  }
  expect((await preview.ask('figure?mark=none')).status).toBe(404);
});

test('follows an editor that saves by renaming, and a new file', async () => {
  const { paper } = await preview.until(isDone);
  const text = readFileSync(join(copy.root, PAPER), 'utf8');
  copy.write(`${PAPER}.tmp~`, text.replace('Freshly-saved', 'Renamed-over'));
  renameSync(join(copy.root, `${PAPER}.tmp~`), join(copy.root, PAPER));
  await preview.until((state) => state.paper !== paper && isDone(state));
  expect(await preview.page()).toContain('Renamed-over');
  copy.write('data/2024-25-q2/stray.yaml', 'a: 1\n');
  const { problems } = await preview.until((state) => state.problems.length > 0 && state.work === null);
  expect(problems.map(({ place }) => place?.file)).toContain('data/2024-25-q2/stray.yaml');
  rmSync(join(copy.root, 'data/2024-25-q2/stray.yaml'));
  await preview.until(isDone);
});

test('coalesces quick saves into a rebuild of the newest', async () => {
  const { paper } = await preview.until(isDone);
  const text = readFileSync(join(copy.root, PAPER), 'utf8');
  const from = preview.states.length;
  for (let count = 0; count <= 20; count++) copy.write(PAPER, text.replace('Renamed-over', `Typed-${count}`));
  await preview.until((state) => state.paper !== paper && state.work === null);
  await wait(500);
  const papers = new Set(preview.states.slice(from).map((state) => state.paper));
  expect(papers.size).toBe(2); // the paper before the saves, and the rebuilt one
  expect(await preview.page()).toContain('Typed-20');
});

test('follows a changed figure everywhere', async () => {
  copy.change(SURVEY, (text) => text.replace(/: (\d\d)\b/, ': 33'));
  const { paper } = preview.states.at(-1) ?? { paper: null };
  await preview.until((state) => state.paper !== paper && state.work === null);
  const warm = await preview.page();
  const fresh = await runPreview(copy.root);
  await fresh.until((state) => state.paper !== null);
  expect((await fresh.ask('paper.html')).body.toString('utf8')).toBe(warm);
  expect(await fresh.end()).toBe(0);
});

test.each([
  ['another host name, as in DNS rebinding', { host: 'papers.example' }],
  ['another port', { host: '127.0.0.1:1' }],
  ['a page of another origin', { origin: 'https://evil.example' }],
  ['a sandboxed page', { origin: 'null' }],
  ['a page of another port', { origin: 'http://127.0.0.1:1' }],
  ['a link or picture in another site', { 'sec-fetch-site': 'cross-site' }],
])('rejects requests from %s', async (_who, headers) => {
  for (const name of ['', 'paper.html', 'events']) {
    const { status, body, headers: answered } = await preview.ask(name, { headers });
    expect(status).toBe(403);
    expect(body.toString('utf8')).not.toContain('Parks');
    expect(answered['access-control-allow-origin']).toBeUndefined();
  }
});

test('answers only reads of its own files, and only with the secret in its address', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
    expect((await preview.ask('', { method })).status).toBe(405);
  expect((await preview.ask('', { method: 'HEAD' })).status).toBe(200);
  for (const name of [
    '../package.json',
    '..%2f..%2fpackage.json',
    '../../../../../../etc/passwd',
    'data/organisation.yaml',
    '/etc/passwd',
    'paper.html/',
    '%00',
    'constructor',
  ])
    expect((await preview.ask(name)).status).toBe(404);
  const [, secret = ''] = /:\d+\/(.+)\/$/.exec(preview.url) ?? [];
  expect(secret.length).toBeGreaterThan(20);
  const bare = preview.url.slice(0, -secret.length - 1);
  for (const path of ['', 'paper.html', `x${secret}/paper.html`, '//', 'http://'])
    expect((await ask(`${bare}${path}`)).status).toBe(404);
});

test.each([
  ['two hosts', 'GET', ['Host: evil.example'], 403],
  [
    'a proxy request for another host',
    'GET',
    ['X-Forwarded-Host: evil.example', 'Forwarded: host=evil.example'],
    404,
  ],
  ['an endless body', 'POST', ['Content-Length: 99999999999'], 405],
  ['an endless header', 'GET', [`X: ${'a'.repeat(200_000)}`], 431],
  ['two lengths of a body', 'POST', ['Content-Length: 5', 'Transfer-Encoding: chunked'], 400],
])('rejects %s, and keeps running', async (_what, method, headers, status) => {
  const [, port = ''] = /:(\d+)\//.exec(preview.url) ?? [];
  const answer = await new Promise<string>((done) => {
    const socket = connect(Number(port), '127.0.0.1');
    socket.on('error', () => undefined); // the preview closes the connection while it sends
    socket.once('data', (chunk) => done(String(chunk)));
    socket.write(`${method} /x HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${headers.join('\r\n')}\r\n\r\n`);
  });
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect((await preview.ask('')).status).toBe(200);
});

test('forbids in every answer what the page does not need', async () => {
  for (const name of ['', 'preview.js', 'preview.css', 'paper.html', 'paper.pdf', 'missing']) {
    const { headers } = await preview.ask(name);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toMatch(/unsafe-eval|https?:|\*/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
    expect(headers['cache-control']).toBe('no-store');
  }
  expect((await preview.ask('')).headers['content-security-policy']).toContain("frame-ancestors 'none'");
});

test('listens only on the loopback address', async () => {
  const [, port = ''] = /:(\d+)\//.exec(preview.url) ?? [];
  const others = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4');
  for (const { address } of others)
    await expect(
      new Promise((done, failed) =>
        connect(Number(port), address).once('connect', done).once('error', failed),
      ),
    ).rejects.toThrow('ECONNREFUSED');
});

test('reports a port that is in use', () => {
  const [, port = ''] = /:(\d+)\//.exec(preview.url) ?? [];
  const { code, err } = runPapers(['preview', '--root', copy.root, '--port', port]);
  expect(code).toBe(2);
  expect(err).toContain(`port ${port} cannot be used`);
});

test('shows a paper that is broken at the start once it is fixed', async () => {
  const other = copyProject('tests/papers/parks-update');
  const text = readFileSync(join(other.root, SURVEY), 'utf8');
  other.write(SURVEY, '{');
  const broken = await runPreview(other.root);
  const state = await broken.until(({ work }) => work === null);
  expect(state).toMatchObject({ paper: null, isCurrent: false });
  expect(state.problems.length).toBeGreaterThan(0);
  expect((await broken.ask('paper.html')).status).toBe(404);
  other.write(SURVEY, text);
  await broken.until(isDone);
  expect(await broken.end()).toBe(0);
  other.remove();
});

test('follows a folder that is removed and restored, as by a checkout', async () => {
  const { paper } = await preview.until(isDone);
  const kept = join(copy.root, 'kept');
  cpSync(join(copy.root, 'data'), kept, { recursive: true });
  rmSync(join(copy.root, 'data'), { recursive: true });
  const missing = await preview.until((state) => !state.isCurrent && state.work === null);
  expect(missing.paper).toBe(paper);
  renameSync(kept, join(copy.root, 'data'));
  await preview.until(isDone);
  copy.change(PAPER, (text) => text.replace('narrative:', '# Put back.\nnarrative:'));
  await preview.until((state) => state.paper === (paper ?? 0) + 1 && isDone(state));

  rmSync(join(copy.root, 'data/2024-25-q2'), { recursive: true });
  cpSync('tests/papers/parks-update/data/2024-25-q2', join(copy.root, 'data/2024-25-q2'), {
    recursive: true,
  });
  await preview.until((state) => state.paper === (paper ?? 0) + 2 && isDone(state));
  copy.change(PAPER, (text) => text.replace('The team put in', 'The invented team put in'));
  await preview.until((state) => state.paper === (paper ?? 0) + 3 && isDone(state));
  expect(await preview.page()).toContain('The invented team put in');
});

test('shows files that are saved faster than they are read', async () => {
  const { paper } = await preview.until(isDone);
  let count = 0;
  const saving = setInterval(
    () =>
      copy.change(PAPER, (text) => text.replace(/The invented team( again)*/, `$& again`) + `# ${count++}\n`),
    4, // shorter than the pause that ends a burst
  );
  const { paper: latest } = await preview.until((state) => (state.paper ?? 0) > (paper ?? 0) + 1);
  clearInterval(saving);
  expect(count).toBeGreaterThan(20);
  await preview.until((state) => (state.paper ?? 0) >= (latest ?? 0) && isDone(state));
});

describe.skipIf(process.platform !== 'linux')('with many listeners', () => {
  /** Counts the open files and sockets of the program. Connections of other tests close with a delay. */
  const countOpen = (): number => readdirSync(`/proc/${preview.pid}/fd`).length;
  const openListener = (): Promise<Socket> =>
    new Promise((done) => {
      const [, port = '', path = ''] = /:(\d+)(\/.*)$/.exec(preview.url) ?? [];
      const socket = connect(Number(port), '127.0.0.1');
      socket.on('error', () => undefined);
      socket.write(`GET ${path}events HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`);
      socket.once('data', () => done(socket.pause()));
    });

  test('releases listeners that disconnect', async () => {
    await preview.until(isDone);
    const before = countOpen();
    const sockets = await Promise.all(Array.from({ length: 50 }, openListener));
    expect(countOpen()).toBeGreaterThan(before + 30);
    for (const socket of sockets) socket.destroy();
    await expect.poll(countOpen, { timeout: 20_000 }).toBeLessThan(before + 10);
  });

  test('disconnects listeners that do not read', async () => {
    await preview.until(isDone);
    const sockets = await Promise.all(Array.from({ length: 30 }, openListener));
    const before = countOpen();
    const text = readFileSync(join(copy.root, PAPER), 'utf8');
    for (let count = 0; count < 12; count++) {
      copy.write(PAPER, `${text}unknown-${count}: ${'An invented line without end. '.repeat(20_000)}\n`);
      await preview.until((state) =>
        state.problems.some(({ message }) => message.includes(`unknown-${count}`)),
      );
    }
    await expect.poll(countOpen, { timeout: 20_000 }).toBeLessThan(before - 20);
    copy.write(PAPER, text);
    await preview.until(isDone);
    for (const socket of sockets) socket.destroy();
  });
});
