import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { vi } from 'vitest';
import type { PreviewState } from '../../src/preview/preview-state.js';
import type { Copy } from '../support/run-papers.js';
import { isDone, runPreview, saveInto, type RunningPreview } from '../support/run-preview.js';
import { launchBrowser } from './open-page.js';

type Edit = (text: string) => string;

/** A preview of a copied project, and a browser that opens it. */
export interface BrowserPreview {
  preview: RunningPreview;
  /** The folder of the copied project. */
  root: string;
  /** Requests to other addresses, console messages and errors of all pages. A good preview has none. */
  strays: string[];
  /** Opens the preview in a window of this size, and waits until the paper can be used. */
  open: (viewport: { width: number; height: number }) => Promise<Page>;
  /** Restores a file after the test, because the test changes it in the browser. */
  track: (path: string) => void;
  /** Changes a file. */
  change: (path: string, edit: Edit) => void;
  /** Changes a file and waits until the preview has built the page and the PDF. */
  save: (path: string, edit: Edit) => Promise<PreviewState>;
  /** Closes all pages, restores all changed files and waits until the preview has built them. Each test starts like this. */
  reset: () => Promise<void>;
  end: () => Promise<void>;
}

/** Starts a preview of the copy, and a browser. */
export async function startBrowserPreview(copy: Copy, args: string[] = []): Promise<BrowserPreview> {
  const browser = await launchBrowser();
  const preview = await runPreview(copy.root, args);
  await preview.until(isDone);
  const originalPage = await preview.page();
  const originalTexts = new Map<string, string>();
  const strays: string[] = [];

  const change = (path: string, edit: Edit): void =>
    copy.change(path, (text) => {
      if (!originalTexts.has(path)) originalTexts.set(path, text);
      return edit(text);
    });
  const restoreFiles = async (): Promise<void> => {
    if (originalTexts.size === 0) return;
    for (const [path, text] of originalTexts) copy.write(path, text);
    originalTexts.clear();
    await vi.waitFor(() => expectOriginal(preview, originalPage), { timeout: 60_000, interval: 100 });
  };
  return {
    preview,
    root: copy.root,
    strays,
    track: (path) => originalTexts.set(path, readFileSync(join(copy.root, path), 'utf8')),
    change,
    open: async (viewport) => {
      const page = await browser.newPage({ viewport });
      collectStrays(page, preview.url, strays);
      await page.goto(preview.url);
      await waitForPaper(page);
      return page;
    },
    save: (path, edit) => saveInto({ preview, copy: { ...copy, change } }, path, edit),
    reset: async () => {
      await closePages(browser);
      await restoreFiles();
    },
    end: async () => {
      await browser.close();
      await preview.end();
      copy.remove();
    },
  };
}

/** Waits until the paper is loaded and its figures are buttons. */
export async function waitForPaper(page: Page): Promise<void> {
  await page.frameLocator('#paper-frame').locator('[data-figure][role="button"]').first().waitFor();
}

/** Throws unless the preview has built the original files. Asks for the page first: its answer comes after all earlier events. */
async function expectOriginal({ page, states }: RunningPreview, originalPage: string): Promise<void> {
  if ((await page()) !== originalPage) throw new Error('the preview still shows a changed paper');
  const state = states.at(-1);
  if (!state || !isDone(state))
    throw new Error(`the preview is still at work: ${JSON.stringify({ ...state, changes: [], toCome: [] })}`);
}

function collectStrays(page: Page, url: string, strays: string[]): void {
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) strays.push(request.url());
  });
  page.on('pageerror', ({ message }) => strays.push(message));
  page.on('console', (message) => strays.push(message.text()));
}

async function closePages(browser: Browser): Promise<void> {
  for (const context of browser.contexts()) await context.close();
}
