import { parentPort, workerData } from 'node:worker_threads';
import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api.js';
import type { PdfContent, PdfPage, ReadingAnswer, ReadingJob } from './pdf-content.js';

/** Runs as a worker that read-pdf.ts starts: reads one PDF, posts its content, and ends. */

// Node does not type the data of a worker: read-pdf.ts passes a ReadingJob.
const { bytes, withPages } = workerData as ReadingJob;
const MOST_PAGES = 3000;

// pdf.js expects a browser's classes for drawing when it loads. Nothing is drawn here.
Object.assign(globalThis, { DOMMatrix: Object, ImageData: Object, Path2D: Object });
const { getDocument, GlobalWorkerOptions } = await import('pdfjs-dist/legacy/build/pdf.mjs');
GlobalWorkerOptions.workerSrc = new URL('./pdf-worker.js', import.meta.url).href; // the preview's browser uses it too

async function readContent(): Promise<PdfContent> {
  const task = getDocument({ data: bytes, verbosity: 0, isEvalSupported: false, disableFontFace: true });
  const pdf = await task.promise;
  if (pdf.numPages > MOST_PAGES) throw new Error(`it has ${pdf.numPages} pages, more than any paper`);
  const attachments = await readAttachments(pdf);
  if (!withPages) return { pages: [], attachments, title: '', information: '', bookmarks: [] };
  const pages: PdfPage[] = [];
  for (let number = 1; number <= pdf.numPages; number++) pages.push(await readPage(pdf, number));
  const bookmarks = listBookmarks(await pdf.getOutline());
  return { pages, attachments, ...(await readInformation(pdf)), bookmarks };
}

/** A bookmark as pdf.js describes it. */
interface Bookmark {
  title: string;
  items: Bookmark[];
}

/** pdf.js returns null for a file without bookmarks, although its types say that there always are some. */
function listBookmarks(bookmarks: Bookmark[] | null): string[] {
  return (bookmarks ?? []).flatMap(({ title, items }) => [title, ...listBookmarks(items)]);
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
    drawing: removeDocumentCount(JSON.stringify([fnArray, argsArray, await page.getAnnotations()])),
    tags: JSON.stringify(await page.getStructTree()),
  };
}

/** Removes the number of the opened document, which pdf.js puts into the names of fonts. */
function removeDocumentCount(text: string): string {
  return text.replace(/g_d\d+_/g, '');
}

async function readInformation(pdf: PDFDocumentProxy): Promise<Pick<PdfContent, 'title' | 'information'>> {
  const { info, metadata } = await pdf.getMetadata();
  // pdf.js types the entries as `any`, and wrongly says that there always is metadata.
  const entries = metadata as Iterable<[name: string, value: unknown]> | null;
  const described = new Map(entries ?? []).get('dc:title'); // PDF 2.0 states the title here only
  const { Title: title = typeof described === 'string' ? described : '' } = info as { Title?: string };
  return { title, information: JSON.stringify([info, [...(entries ?? [])]]) };
}

async function readAttachments(pdf: PDFDocumentProxy): Promise<PdfContent['attachments']> {
  // pdf.js types attachments as `any`; its documentation describes them so.
  const attachments = (await pdf.getAttachments()) as Record<
    string,
    { filename: string; content: Uint8Array }
  > | null;
  return new Map(Object.values(attachments ?? {}).map(({ filename, content }) => [filename, content]));
}

/** Answers with a sentence instead of an error, because the errors of pdf.js lose their class between threads. */
async function makeAnswer(): Promise<ReadingAnswer> {
  try {
    return { content: await readContent(), error: null };
  } catch (error) {
    return { content: null, error: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.postMessage(await makeAnswer());
