import { parentPort, workerData } from 'node:worker_threads';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/types/src/display/api.js';
import type { Tag, TaggedPdf } from '../../model/tagged-pdf.js';
import type { PdfContent, PdfPage, ReadContent, ReadingAnswer, ReadingJob } from './pdf-content.js';

/** Runs as a worker that read-pdf.ts starts: reads one PDF, posts its content, and ends. */

// Node does not type the data of a worker: read-pdf.ts passes a ReadingJob.
const { bytes, reads } = workerData as ReadingJob;
const MOST_PAGES = 3000;

// pdf.js expects a browser's classes for drawing when it loads. Nothing is drawn here.
Object.assign(globalThis, { DOMMatrix: Object, ImageData: Object, Path2D: Object });
const { getDocument, GlobalWorkerOptions } = await import('pdfjs-dist/legacy/build/pdf.mjs');
GlobalWorkerOptions.workerSrc = new URL('./pdf-worker.js', import.meta.url).href; // the preview's browser uses it too

async function readFile(): Promise<Omit<ReadContent, 'error'>> {
  const task = getDocument({ data: bytes, verbosity: 0, isEvalSupported: false, disableFontFace: true });
  const pdf = await task.promise;
  if (pdf.numPages > MOST_PAGES) throw new Error(`it has ${pdf.numPages} pages, more than any paper`);
  const nothing = { pages: [], attachments: new Map(), title: '', information: '', bookmarks: [] };
  if (reads === 'tags') return { content: nothing, tagged: await readTags(pdf) };
  if (reads === 'attachments')
    return { content: { ...nothing, attachments: await readAttachments(pdf) }, tagged: null };
  return { content: await readContent(pdf), tagged: null };
}

async function readContent(pdf: PDFDocumentProxy): Promise<PdfContent> {
  const attachments = await readAttachments(pdf);
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

/** Reads the structure of each page, and the text of each piece that belongs to it. */
async function readTags(pdf: PDFDocumentProxy): Promise<TaggedPdf> {
  const pages: TaggedPdf['pages'] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    // pdf.js types the nodes loosely, and returns null for a page without tags.
    const tree = (await page.getStructTree()) as Tag | null;
    pages.push({ tree, texts: await readMarkedTexts(page) });
  }
  const { title } = await readInformation(pdf);
  return { title, pages };
}

async function readMarkedTexts(page: PDFPageProxy): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  const open: string[] = [];
  for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
    if ('str' in item) {
      const id = open.findLast((name) => name !== '');
      if (id !== undefined) texts[id] = joinLine(texts[id] ?? '', item.str, item.hasEOL);
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push('id' in item ? item.id : ''); // some have none, although pdf.js types say that all do
  }
  return texts;
}

/** A line that ends with a hyphen goes on without a space. */
function joinLine(before: string, text: string, endsLine: boolean): string {
  const joined = before + text.replaceAll('\u00ad', '');
  return endsLine && !/[\p{L}]-$/u.test(joined) ? `${joined} ` : joined;
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
    return { ...(await readFile()), error: null };
  } catch (error) {
    return { content: null, error: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.postMessage(await makeAnswer());
