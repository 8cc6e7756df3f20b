import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFRawStream,
  type PDFContext,
  type PDFObject,
  type PDFRef,
} from '@cantoo/pdf-lib';
import { copyDict, copyObject, type Copying } from './copy-objects.js';
import { findReachable } from './find-reachable.js';
import { nameFonts } from './name-fonts.js';
import { parsePages } from './parsed-pdf.js';
import { createRenamer } from './rename-entries.js';
import { shareObjects } from './share-objects.js';

/** The name of a stamp in the resources of its page. */
const STAMP = PDFName.of('PackStamp');

/** Screen readers leave stamps out, as they leave out all page numbers. */
const DRAW =
  'Q\n/Artifact <</Type /Pagination /Subtype /Footer /Attached [/Bottom]>> BDC\nq /PackStamp Do Q\nEMC\n';

/**
 * Draws each page of a PDF over a page of the pack. The content of the pack's page is unchanged: two short streams before and after it
 * restore what it changes.
 */
export async function stampPages(
  context: PDFContext,
  pages: readonly PDFRef[],
  stamps: Uint8Array,
): Promise<void> {
  const source = await parsePages(stamps);
  const copying = copyResources(source, context);
  const before = context.register(context.stream('q\n'));
  const after = context.register(context.stream(DRAW));
  for (const [index, ref] of pages.entries()) {
    const stamp = source.pages[index];
    if (!stamp) throw new Error('internal error: there are fewer stamps than pages');
    const page = context.lookup(ref, PDFDict);
    const form = context.register(makeForm(source.context.lookup(stamp, PDFDict), copying));
    const contents = PDFArray.withContext(context);
    for (const stream of [before, page.get(PDFName.of('Contents')), after]) if (stream) contents.push(stream);
    page.set(PDFName.of('Contents'), contents);
    page.set(PDFName.of('Resources'), addXObject(page, form));
  }
}

/** Copies the resources of all stamps, which share one font. */
function copyResources(
  { context: source, pages, pageNodes }: Awaited<ReturnType<typeof parsePages>>,
  target: PDFContext,
): Copying {
  const change = createRenamer({ target, prefix: '', firstKey: 0, fontNames: nameFonts(source) });
  const refs = shareObjects(source, { target, change }, new Map());
  const resources = pages.flatMap((page) => source.lookup(page, PDFDict).get(PDFName.of('Resources')) ?? []);
  const found = findReachable(source, resources, new Set([...refs.keys(), ...pageNodes]));
  for (const ref of found) refs.set(ref, target.nextRef());
  const copying = { target, refs, change };
  for (const ref of found) {
    const [copy, object] = [refs.get(ref), source.lookup(ref)];
    if (copy && object) target.assign(copy, copyObject(object, copying));
  }
  return copying;
}

/** Makes a drawing of a page (ISO 32000-1, 8.10). */
function makeForm(page: PDFDict, copying: Copying): PDFRawStream {
  const content = page.lookup(PDFName.of('Contents'));
  if (!(content instanceof PDFRawStream)) throw new Error('internal error: a stamp has no content');
  const dict = copyDict(content.dict, copying);
  const entries: [string, PDFObject | undefined][] = [
    ['Type', PDFName.XObject],
    ['Subtype', PDFName.of('Form')],
    ['BBox', page.get(PDFName.MediaBox)],
    ['Resources', page.get(PDFName.Resources)],
  ];
  for (const [key, value] of entries) if (value) dict.set(PDFName.of(key), copyObject(value, copying));
  return PDFRawStream.of(dict, content.contents);
}

/** Returns the resources of a page with one more drawing. Pages may share resources, so they stay as they are. */
function addXObject(page: PDFDict, form: PDFRef): PDFDict {
  const resources = page.lookup(PDFName.Resources, PDFDict).clone();
  const others = resources.lookup(PDFName.XObject);
  const drawings = others instanceof PDFDict ? others.clone() : PDFDict.withContext(page.context);
  drawings.set(STAMP, form);
  resources.set(PDFName.XObject, drawings);
  return resources;
}
