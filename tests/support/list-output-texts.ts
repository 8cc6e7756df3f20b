import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFRawStream,
  PDFStream,
  PDFString,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { unzipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/**
 * Lists every text that a reader can get out of the files in a folder, by name: text files, the files inside zip archives, and of
 * a PDF the words of its pages, the strings of its objects (alternative texts, titles, links), its metadata and its attachments.
 */
export async function listOutputTexts(folder: string): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  for (const path of paths) await addTexts(texts, relative(folder, path), readFileSync(path));
  return texts;
}

async function addTexts(texts: Map<string, string>, name: string, bytes: Uint8Array): Promise<void> {
  if (name.endsWith('.zip'))
    for (const [path, content] of Object.entries(unzipSync(bytes)))
      await addTexts(texts, `${name}/${path}`, content);
  else if (name.endsWith('.pdf')) await addPdfTexts(texts, name, bytes);
  else texts.set(name, Buffer.from(bytes).toString('utf8'));
}

async function addPdfTexts(texts: Map<string, string>, name: string, bytes: Uint8Array): Promise<void> {
  texts.set(`${name}: pages`, await readPages(bytes));
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const objects = pdf.context.enumerateIndirectObjects().map(([, object]) => object);
  texts.set(`${name}: strings`, objects.flatMap(listStrings).join('\n'));
  texts.set(`${name}: metadata`, objects.flatMap(readMetadata).join('\n'));
  for (const { name: attached, data } of pdf.getAttachments())
    await addTexts(texts, `${name}/${attached}`, data);
}

async function readPages(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  return pages.join('\n');
}

function listStrings(object: PDFObject): string[] {
  if (object instanceof PDFString || object instanceof PDFHexString) return [object.decodeText()];
  if (object instanceof PDFStream) return listStrings(object.dict);
  if (object instanceof PDFDict) return object.values().flatMap(listStrings);
  return object instanceof PDFArray ? object.asArray().flatMap(listStrings) : [];
}

/** Reads a stream of XML, such as the metadata. */
function readMetadata(object: PDFObject): string[] {
  if (!(object instanceof PDFRawStream)) return [];
  const isMetadata = object.dict.values().some((value) => ['/Metadata', '/XML'].includes(String(value)));
  return isMetadata ? [Buffer.from(decodePDFRawStream(object).decode()).toString('utf8')] : [];
}
