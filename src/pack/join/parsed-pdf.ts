import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFParser,
  PDFRef,
  PDFStream,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib';
import type { PdfVersion } from '../../model/pdf-standards.js';
import { UnjoinablePdf } from './unjoinable-pdf.js';

/** The objects of a PDF, and those of them that a pack writes anew. */
export interface ParsedPdf {
  context: PDFContext;
  /** The version of the format. It decides which standards the file follows. */
  version: PdfVersion;
  catalog: PDFDict;
  pages: PDFRef[];
  /** The nodes of the tree of pages, which are not pages. */
  pageNodes: PDFRef[];
  structure: PDFDict;
  /** The top element of the structure, which holds the whole document. */
  topElement: PDFRef;
}

/** Parses a PDF that this program or an earlier version of it has made. Throws UnjoinablePdf for others. */
export async function parsePdf(bytes: Uint8Array): Promise<ParsedPdf> {
  const { context, catalog, ...others } = await parsePages(bytes);
  const structure = findDict(
    context,
    catalog.get(PDFName.of('StructTreeRoot')),
    'has no tags for screen readers, so it was not made by this program',
  );
  const [topElement, ...furtherElements] = listRefs(context, structure.get(PDFName.of('K')));
  if (!topElement || furtherElements.length > 0)
    throw new UnjoinablePdf('has tags in another shape than those of this program');
  return { context, catalog, structure, topElement, ...others };
}

/** Parses a PDF that need not be tagged. Throws UnjoinablePdf. */
export async function parsePages(bytes: Uint8Array): Promise<Omit<ParsedPdf, 'structure' | 'topElement'>> {
  const context = await parseObjects(bytes);
  const catalog = findDict(context, context.trailerInfo.Root, 'has no catalogue');
  const root = catalog.get(PDFName.of('Pages'));
  if (!(root instanceof PDFRef)) throw new UnjoinablePdf('has no pages');
  const version = context.header.getVersionString() === '2.0' ? 'PDF 2.0' : 'PDF 1.7';
  return { context, version, catalog, ...listPages(context, root) };
}

async function parseObjects(bytes: Uint8Array): Promise<PDFContext> {
  try {
    return await PDFParser.forBytesWithOptions(bytes, Infinity, true).parseDocument();
  } catch (error) {
    throw new UnjoinablePdf(
      `cannot be read as a PDF: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function findDict(context: PDFContext, entry: PDFObject | undefined, fault: string): PDFDict {
  const object = context.lookup(entry);
  if (object instanceof PDFDict) return object;
  throw new UnjoinablePdf(fault);
}

/** Lists the references of an entry that is one reference or an array of them. */
function listRefs(context: PDFContext, entry: PDFObject | undefined): PDFRef[] {
  if (entry instanceof PDFRef && !(context.lookup(entry) instanceof PDFArray)) return [entry];
  const array = context.lookup(entry);
  return array instanceof PDFArray ? array.asArray().filter((item) => item instanceof PDFRef) : [];
}

/** Lists pages in order. Each must have its own size and resources, as all pages of this program have. */
function listPages(context: PDFContext, root: PDFRef): Pick<ParsedPdf, 'pages' | 'pageNodes'> {
  const pages: PDFRef[] = [];
  const pageNodes: PDFRef[] = [];
  const waiting = [root];
  for (let ref = waiting.pop(); ref; ref = waiting.pop()) {
    const node = findDict(context, ref, 'lacks a page');
    if (node.has(PDFName.of('Kids'))) {
      if (pageNodes.includes(ref)) throw new UnjoinablePdf('has pages that contain themselves');
      pageNodes.push(ref);
      waiting.push(...listRefs(context, node.get(PDFName.of('Kids'))).reverse());
    } else if (isWholePage(node)) pages.push(ref);
    else throw new UnjoinablePdf('has pages in another shape than those of this program');
  }
  return { pages, pageNodes };
}

function isWholePage(page: PDFDict): boolean {
  const hasOwn = ['MediaBox', 'Resources'].every((key) => page.has(PDFName.of(key)));
  return hasOwn && page.lookup(PDFName.of('Contents')) instanceof PDFStream;
}

/** Returns the entries of a tree of names or numbers, as pairs of key and value (ISO 32000-1, 7.9.6 and 7.9.7). */
export function listTreeEntries(
  tree: PDFObject | undefined,
  kind: 'Names' | 'Nums',
): [key: PDFObject, value: PDFObject][] {
  if (!(tree instanceof PDFDict)) return [];
  const kids = tree.lookup(PDFName.of('Kids'));
  const below =
    kids instanceof PDFArray
      ? kids.asArray().flatMap((_, index) => listTreeEntries(kids.lookup(index), kind))
      : [];
  const entries = tree.lookup(PDFName.of(kind));
  const items = entries instanceof PDFArray ? entries.asArray() : [];
  const pairs = items.flatMap((value, index): [PDFObject, PDFObject][] => {
    const key = items[index - 1];
    return index % 2 === 1 && key ? [[key, value]] : [];
  });
  return [...pairs, ...below];
}
