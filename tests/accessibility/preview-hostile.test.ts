import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { copyProject, type Copy } from '../support/run-papers.js';
import { runPreview, type RunningPreview } from '../support/run-preview.js';
import { launchBrowser } from './open-page.js';

/** A page of another site in the same browser as the preview. It even knows the secret in the preview's address. */
let server: Server;
let browser: Browser;
let copy: Copy;
let preview: RunningPreview;
let answers: string[];
/** An invented editor. It leaves a file when it is started. */
let editor: string;
const OPEN = 'open?file=data/organisation.yaml&line=1&column=1';
beforeAll(async () => {
  copy = copyProject('tests/papers/parks-update');
  editor = join(copy.root, 'editor');
  writeFileSync(editor, `#!/bin/sh\ntouch '${editor}.started'\n`);
  chmodSync(editor, 0o755);
  preview = await runPreview(copy.root, ['--editor', editor]);
  await preview.until(({ pdf }) => pdf !== null);
  server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(`<!DOCTYPE html><title>Invented</title><iframe src="${preview.url}"></iframe>
<img src="${preview.url}preview.css"><script src="${preview.url}preview.js"></script>
<form method="post" action="${preview.url}" target="sent"><input name="a"></form><iframe name="sent"></iframe>
<form id="open" method="post" action="${preview.url}${OPEN}" target="opened"></form><iframe name="opened"></iframe>`);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  browser = await launchBrowser(
    `--host-resolver-rules=MAP other.example 127.0.0.1:${port}, MAP rebound.example 127.0.0.1`,
  );
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(async () => {
  await browser.close();
  await preview.end();
  server.close();
  copy.remove();
});

async function open(origin: string): Promise<Page> {
  const page = await browser.newPage();
  answers = [];
  page.context().on('response', (response) => {
    if (response.url().startsWith(preview.url)) answers.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(origin);
  return page;
}

test.each(['another site', 'another server on this machine'])('reveals nothing to %s', async (who) => {
  const { port } = server.address() as AddressInfo;
  const page = await open(who === 'another site' ? 'http://other.example' : `http://127.0.0.1:${port}`);
  const outcomes = await page.evaluate(async (target) => {
    const fail = (): string => 'failed';
    const tries: Promise<string>[] = ['', 'paper.html', 'paper.pdf', 'figure?mark=x'].flatMap((name) =>
      (['cors', 'no-cors'] as const).map((mode) =>
        fetch(target + name, { mode, credentials: 'include' }).then(({ type }) => type, fail),
      ),
    );
    const events = new Promise<string>((done) => {
      const source = new EventSource(`${target}events`);
      source.onmessage = () => done('received');
      source.onerror = () => done('failed');
    });
    const socket = new Promise<string>((done) => {
      const client = new WebSocket(`${target.replace('http', 'ws')}events`);
      client.onopen = () => done('open');
      client.onerror = () => done('failed');
    });
    const module = new Promise<string>((done) => {
      const script = document.createElement('script');
      Object.assign(script, { type: 'module', src: `${target}preview.js` });
      script.onload = () => done('loaded');
      script.onerror = () => done('failed');
      document.head.append(script);
    });
    document.querySelector('form')?.submit();
    return Promise.all([...tries, events, socket, module]);
  }, preview.url);
  expect(new Set(outcomes)).toEqual(new Set(['failed']));
  // The preview rejects a tab that the page opens, and the page loses its handle to it.
  const newTab = page.context().waitForEvent('page');
  const opened = await page.evaluateHandle((target) => window.open(target), preview.url);
  const tab = await newTab;
  await expect
    .poll(() => tab.locator('body').innerText())
    .toContain('This preview is only for this machine.');
  await expect.poll(() => opened.evaluate((handle) => handle?.closed)).toBe(true);
  expect(answers.length).toBeGreaterThan(0);
  expect(answers.filter((answer) => !answer.startsWith('403 '))).toEqual([]);
});

test('reveals nothing to a host name that resolves to this machine', async () => {
  const page = await browser.newPage();
  const { port, pathname } = new URL(preview.url);
  const answer = await page.goto(`http://rebound.example:${port}${pathname}paper.html`);
  expect(answer?.status()).toBe(403);
  expect(await page.content()).not.toContain('Parks');
});

test.each(['another site', 'another server on this machine'])('starts no editor for %s', async (who) => {
  const { port } = server.address() as AddressInfo;
  const page = await open(who === 'another site' ? 'http://other.example' : `http://127.0.0.1:${port}`);
  const outcomes = await page.evaluate(async (target) => {
    document.querySelector<HTMLFormElement>('#open')?.submit();
    navigator.sendBeacon(target);
    const tries = [
      { mode: 'cors' },
      { mode: 'no-cors' },
      { mode: 'no-cors', referrerPolicy: 'no-referrer' },
    ] as const;
    return Promise.all(
      tries.map((options) =>
        fetch(target, { ...options, method: 'POST', credentials: 'include' }).then(
          ({ type }) => type,
          () => 'failed',
        ),
      ),
    );
  }, preview.url + OPEN);
  expect(outcomes).toEqual(['failed', 'failed', 'failed']);
  await expect.poll(() => answers.some((answer) => answer.includes('/open?'))).toBe(true);
  expect(answers.filter((answer) => !answer.startsWith('403 '))).toEqual([]);
  await page.waitForTimeout(500);
  expect(existsSync(`${editor}.started`)).toBe(false);
});

test('starts the editor for its own page', async () => {
  const page = await browser.newPage();
  await page.goto(preview.url);
  const status = await page.evaluate(
    async (target) => (await fetch(target, { method: 'POST' })).status,
    preview.url + OPEN,
  );
  expect(status).toBe(200);
  expect(existsSync(`${editor}.started`)).toBe(true);
});
