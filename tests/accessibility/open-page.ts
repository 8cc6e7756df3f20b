import { existsSync } from 'node:fs';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

export function launchBrowser(...args: string[]): Promise<Browser> {
  if (!existsSync(CHROMIUM))
    throw new Error(`There is no browser at ${CHROMIUM}. Install Chromium, or set CHROMIUM to its path.`);
  return chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-first-run', '--disable-background-networking', '--disable-quic', ...args],
  });
}

/** A page, with its requests to other addresses and its console messages. A self-contained page has none. */
export interface OpenPage {
  page: Page;
  strays: string[];
}

/** Opens HTML from a file, as a reader does. `width` is in CSS pixels. */
export async function openPage(
  browser: Browser,
  html: string,
  { width }: { width: number },
): Promise<OpenPage> {
  const file = join(mkdtempSync(join(tmpdir(), 'paper-page-')), 'paper.html');
  writeFileSync(file, html);
  const url = pathToFileURL(file).href;
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  const strays: string[] = [];
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== url) strays.push(`requests ${request.url()}`);
  });
  page.on('console', (message) => strays.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => strays.push(error.message));
  await page.goto(url);
  return { page, strays };
}

/** Adds a style sheet like a reader's own settings, to which the page's policy does not apply. */
export async function setReaderStyle(page: Page, css: string): Promise<void> {
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
  }, css);
}
