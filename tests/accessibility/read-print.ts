import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface Print {
  /** All text in drawing order, without spaces and hyphens. */
  text: string;
  /** The text of each page, in the same way. */
  pages: string[];
  /** The texts that a page does not show in full. */
  outside: string[];
}

/** Reads a page that the browser has printed. */
export async function readPrint(bytes: Uint8Array): Promise<Print> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  const outside: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const texts: string[] = [];
    const { width, height } = page.getViewport({ scale: 1 });
    for (const item of (await page.getTextContent()).items) {
      if (!('str' in item)) continue;
      const [, , , , x = 0, y = 0] = item.transform as number[];
      texts.push(item.str);
      const isInside = x >= 0 && x + item.width <= width && y >= 0 && y <= height;
      if (!isInside && item.str.trim() !== '') outside.push(`page ${number}: ${item.str}`);
    }
    pages.push(fold(texts.join('')));
  }
  return { text: pages.join(''), pages, outside };
}

/** Removes what a line break may add or take: spaces and hyphens. */
export function fold(text: string): string {
  return text.replace(/[\s\u00ad\u2010-]+/g, '');
}
