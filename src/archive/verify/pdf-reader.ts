import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api.js';
import { parentPort, workerData } from 'node:worker_threads';
import type { PdfContent, PdfPage, ReadingAnswer, ReadingJob } from './read-pdf.js';

/** Runs in a thread of its own, which read-pdf.ts starts: reads one PDF, posts what it holds, and ends. */
const { bytes, pages } = workerData as ReadingJob;
const MOST_PAGES = 3000;

async function read(): Promise<PdfContent> {
  const task = getDocument({ data: bytes, verbosity: 0, isEvalSupported: false, disableFontFace: true });
  const pdf = await task.promise;
  if (pdf.numPages > MOST_PAGES) throw new Error(`it has ${pdf.numPages} pages, more than any paper`);
  const content: PdfContent = { pages: [], attachments: await attachmentsOf(pdf), information: '' };
  if (!pages) return content;
  for (let number = 1; number <= pdf.numPages; number++) content.pages.push(await readPage(pdf, number));
  const { info, metadata } = await pdf.getMetadata();
  content.information = JSON.stringify([info, [...((metadata as Iterable<unknown> | null) ?? [])]]);
  return content;
}

async function readPage(pdf: PDFDocumentProxy, number: number): Promise<PdfPage> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
  const { fnArray, argsArray } = await page.getOperatorList();
  return {
    lines: text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    drawing: withoutCount(JSON.stringify([fnArray, argsArray, await page.getAnnotations()])),
    tags: JSON.stringify(await page.getStructTree()),
  };
}

/** The reader counts the documents that it opens, in the names that it gives to fonts. */
function withoutCount(text: string): string {
  return text.replace(/g_d\d+_/g, '');
}

async function attachmentsOf(pdf: PDFDocumentProxy): Promise<PdfContent['attachments']> {
  const all = (await pdf.getAttachments()) as Record<
    string,
    { filename: string; content: Uint8Array }
  > | null;
  return new Map(Object.values(all ?? {}).map(({ filename, content }) => [filename, content]));
}

/** The reader's own errors are no Errors once they have left the thread. */
async function answer(): Promise<ReadingAnswer> {
  try {
    return { content: await read(), fault: null };
  } catch (error) {
    return { content: null, fault: (error as { message?: string }).message ?? String(error) };
  }
}

parentPort?.postMessage(await answer());
