import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AcceptAnswer, ReviewedChange, ReviewFacts } from '../../src/preview/review/review-facts.js';
import { copyProject } from '../support/run-papers.js';
import { isDone } from '../support/run-preview.js';
import { checkContrast, checkOverflow, checkWithAxe } from './check-page.js';
import { startBrowserPreview, type BrowserPreview } from './start-browser-preview.js';

/** A file that LibreOffice wrote with changes recorded. The authority and its authors are invented. */
const RETURNED = resolve('tests/word/returned/parks-update.docx');
const PAPER = 'data/2024-25-q2/parks-update.yaml';
const METHOD = 'templates/parks-update/appendices/method.md.hbs';

const read = (session: BrowserPreview, file = PAPER): string =>
  readFileSync(join(session.root, file), 'utf8');

async function listChanges({ preview }: BrowserPreview): Promise<ReviewedChange[]> {
  const { body } = await preview.ask('review');
  return (JSON.parse(body.toString('utf8')) as ReviewFacts).changes;
}

/** Sends an acceptance as the page does, or with other headers. */
function accept(
  { preview }: BrowserPreview,
  tickets: string[],
  headers: Record<string, string> = {},
): ReturnType<BrowserPreview['preview']['ask']> {
  return preview.ask('review-accept', {
    method: 'POST',
    headers: { origin: new URL(preview.url).origin, 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ tickets }),
  });
}

describe('with --edit', () => {
  let session: BrowserPreview;
  let page: Page;
  let originals: Map<string, string>;
  beforeAll(async () => {
    session = await startBrowserPreview(copyProject('tests/papers/parks-update'), [
      '--edit',
      '--review',
      RETURNED,
    ]);
    originals = new Map([PAPER, METHOD].map((file) => [file, read(session, file)]));
  });
  beforeEach(() => {
    for (const file of originals.keys()) session.track(file);
  });
  afterEach(() => session.reset());
  afterAll(async () => {
    expect(session.strays).toEqual([]);
    await session.end();
  });

  const button = (name: string): ReturnType<Page['getByRole']> =>
    page.getByRole('button', { name, exact: true });
  const findFaults = async (): Promise<string[]> => [
    ...(await checkWithAxe(page)),
    ...(await checkContrast(page)),
    ...(await checkOverflow(page)),
  ];

  test.each<[string, { width: number; height: number }, 'light' | 'dark']>([
    ['a wide window', { width: 1400, height: 900 }, 'light'],
    ['a dark window', { width: 1400, height: 900 }, 'dark'],
    ['a phone', { width: 390, height: 844 }, 'light'],
  ])(
    'shows author, day and words, accepts a change by keyboard and takes it back, in %s',
    async (_name, size, colorScheme) => {
      page = await session.open({ width: 1400, height: 900 });
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme });
      await button('Accept change 1').waitFor();
      expect(await findFaults()).toEqual([]);
      const change = page.locator('.review-change').first();
      expect(await change.innerText()).toContain('Ana Marsh, 2 March 2026, 10:15');
      expect(await change.locator('del').textContent()).toContain('removed: The team put in');
      expect(await change.locator('ins').textContent()).toContain('added: The parks team installed');
      await button('Accept change 1').press('Enter');
      await page
        .frameLocator('#paper-frame')
        .getByText('The parks team installed')
        .waitFor({ state: 'attached' });
      expect(read(session)).toBe(
        originals.get(PAPER)?.replace('The team put in', 'The parks team installed'),
      );
      await expect.poll(() => page.evaluate(() => document.activeElement?.ariaLabel)).toBe('Accept change 2');
      await button('Undo').press('Enter');
      await button('Accept change 1').waitFor();
      expect(read(session)).toBe(originals.get(PAPER));
    },
  );

  test('accepts all that can be accepted but what is left out, after a question', async () => {
    page = await session.open({ width: 1400, height: 900 });
    await button('Leave out change 9').click();
    await button('Accept all 8').click();
    expect(read(session)).toBe(originals.get(PAPER));
    await button('Accept 8 changes').click();
    await page.getByText('Already in the paper (8)').waitFor();
    expect(read(session)).toContain('The parks team installed');
    expect(read(session)).toContain('is noted');
    expect(read(session, METHOD)).toContain('Electronic counters at');
    expect(await page.locator('#review-count').innerText()).toBe(
      '10 changes: 1 to make by hand, 8 already in the paper, 1 left out',
    );
    expect(await findFaults()).toEqual([]);
  });

  test('says where to change what the program writes, and does not offer to accept it', async () => {
    page = await session.open({ width: 1400, height: 900 });
    const refused = page.locator('.review-change[data-state="refused"]');
    expect(await refused.innerText()).toContain('the program writes these words');
    expect(await refused.getByRole('button', { name: /^Accept/ }).count()).toBe(0);
  });

  test('shows both texts of a change whose text is another one now', async () => {
    await session.save(PAPER, (text) =>
      text.replace('that the update is noted', 'that nothing is noted yet'),
    );
    page = await session.open({ width: 1400, height: 900 });
    const conflict = page.locator('.review-change[data-state="conflict"]');
    await conflict.getByText('that nothing is noted yet').waitFor();
    expect(await conflict.innerText()).toContain('that the update is welcomed');
  });

  test('writes nothing for a replayed or made-up ticket, or for another origin', async () => {
    const [first] = await listChanges(session);
    const ticket = first?.ticket ?? '';
    expect((await accept(session, [ticket], { origin: 'http://other.example' })).status).toBe(403);
    expect((await accept(session, [ticket], { 'content-type': 'text/plain' })).status).toBe(415);
    const read1 = async (tickets: string[]): Promise<AcceptAnswer> =>
      JSON.parse((await accept(session, tickets)).body.toString('utf8')) as AcceptAnswer;
    expect(await read1(['made-up'])).toEqual({ kind: 'stale' });
    expect(read(session)).toBe(originals.get(PAPER));
    const { paper } = await session.preview.until(isDone);
    expect(await read1([ticket])).toEqual({ kind: 'saved', words: 'Change 1 of the returned file' });
    await session.preview.until((state) => isDone(state) && state.paper !== paper);
    const after = read(session);
    expect(await read1([ticket])).toEqual({ kind: 'stale' });
    expect(read(session)).toBe(after);
  });

  test('writes nothing while the paper has errors, and lists them', async () => {
    const [first] = await listChanges(session);
    session.change(PAPER, (text) => text.replace('stays **small**', 'stays {{ref "nothing"}}'));
    await session.preview.until(({ isCurrent, work }) => !isCurrent && work === null);
    const broken = read(session);
    const { body } = await accept(session, [first?.ticket ?? '']);
    const answer = JSON.parse(body.toString('utf8')) as AcceptAnswer;
    expect(answer.kind === 'refused' && answer.reasons.join(' ')).toContain('nothing');
    expect(read(session)).toBe(broken);
  });
});

describe('without --edit', () => {
  let session: BrowserPreview;
  beforeAll(async () => {
    session = await startBrowserPreview(copyProject('tests/papers/parks-update'), ['--review', RETURNED]);
  });
  afterAll(() => session.end());

  test('shows the changes, says how to accept them, and has no action that writes', async () => {
    const page = await session.open({ width: 1400, height: 900 });
    await page.locator('.review-change').first().waitFor();
    expect(await page.getByRole('button', { name: /^Accept/ }).count()).toBe(0);
    expect(await page.locator('.review-remark code').innerText()).toBe(
      `papers preview --edit --review ${RETURNED}`,
    );
    expect(await checkWithAxe(page)).toEqual([]);
    expect((await listChanges(session)).every(({ ticket }) => ticket === null)).toBe(true);
    expect((await accept(session, ['made-up'])).status).toBe(405);
  });
});
