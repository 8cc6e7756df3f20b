import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface ReadPage {
  /** The page's text in drawing order, with line breaks. */
  text: string;
  links: { destination: string | null; url: string | null }[];
}

export interface ReadPdf {
  pages: ReadPage[];
  /** All text without running heads and feet, in reading order, with single spaces. */
  body: string;
  outline: { title: string; level: number; page: number }[];
  info: Record<string, unknown>;
  /** The page number of each named destination, from 1. */
  destinations: Map<string, number>;
  /** The number of bitmap images. Vector drawings do not count. */
  images: number;
  fonts: { name: string; embedded: boolean }[];
}

const HEAD = 60;
const FOOT = 780;

/** Reads a PDF with pdf.js. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: ReadPage[] = [];
  const body: string[] = [];
  let images = 0;
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    let text = '';
    for (const item of items) {
      if (!('str' in item)) continue;
      const piece = item.str + (item.hasEOL ? '\n' : '');
      text += piece;
      const y = height - (item.transform[5] as number);
      if (y > HEAD && y < FOOT && !isDraftMark(item)) body.push(piece);
    }
    const links = (await page.getAnnotations())
      .filter(({ subtype }: { subtype: string }) => subtype === 'Link')
      .map(({ dest, url }: { dest?: string; url?: string }) => ({
        destination: dest ?? null,
        url: url ?? null,
      }));
    const { fnArray } = await page.getOperatorList();
    images += fnArray.filter(
      (operator) => operator === OPS.paintImageXObject || operator === OPS.paintInlineImageXObject,
    ).length;
    pages.push({ text, links });
  }
  const destinations = new Map<string, number>();
  for (const [name, target] of Object.entries(await pdf.getDestinations()))
    if (Array.isArray(target)) destinations.set(name, (await pdf.getPageIndex(target[0] as never)) + 1);
  const { info } = await pdf.getMetadata();
  const items = (await pdf.getOutline()) as Outline | null; // null without an outline
  const outline = await readOutline(pdf, items ?? [], 1);
  return {
    pages,
    body: fold(body.join(' ')),
    outline,
    info: info as Record<string, unknown>,
    destinations,
    images,
    fonts: await readFonts(bytes),
  };
}

/** Reads the font descriptors from the objects of the file. */
async function readFonts(bytes: Uint8Array): Promise<ReadPdf['fonts']> {
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false });
  return context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []))
    .filter((dictionary) => dictionary.get(PDFName.of('Type')) === PDFName.of('FontDescriptor'))
    .map((descriptor) => ({
      name: String(descriptor.get(PDFName.of('FontName'))),
      embedded: ['FontFile2', 'FontFile3'].some((key) => descriptor.has(PDFName.of(key))),
    }));
}

/** The draft mark is rotated, unlike all other text. */
function isDraftMark(item: { transform: unknown[] }): boolean {
  return Math.abs(item.transform[1] as number) > 1;
}

type Pdf = Awaited<ReturnType<typeof getDocument>['promise']>;
type Outline = NonNullable<Awaited<ReturnType<Pdf['getOutline']>>>;

async function readOutline(pdf: Pdf, items: Outline, level: number): Promise<ReadPdf['outline']> {
  const all: ReadPdf['outline'] = [];
  for (const { title, dest, items: below } of items) {
    const target = typeof dest === 'string' ? await pdf.getDestination(dest) : dest;
    const page = target ? (await pdf.getPageIndex(target[0] as never)) + 1 : 0;
    all.push({ title, level, page }, ...(await readOutline(pdf, below as Outline, level + 1)));
  }
  return all;
}

/** Normalises white space, quotes and dashes, so that only words are compared. A line can break after a hyphen. */
export function fold(text: string): string {
  return text
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2013\u2212]/g, '-')
    .replace(/(?<=[a-z]-)\s+(?=[a-z])/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
