import { PDFArray, PDFDict, PDFName, type PDFObject } from '@cantoo/pdf-lib';
import { copyObject } from './copy-objects.js';
import { findReachable } from './find-reachable.js';
import { PackBuilder } from './pack-builder.js';
import type { PackPart } from './pack-part.js';
import type { ParsedPdf } from './parsed-pdf.js';
import { makeText } from './rename-entries.js';
import { stampPages } from './stamp-pages.js';
import { writeOutline } from './write-outline.js';
import { writePdf } from './write-pdf.js';

/** The PDFs of a pack. */
export interface PackPdfs {
  /** The part with the agenda. The pack takes its metadata and language. Its links may lead to the names of other parts. */
  front: PackPart;
  parts: PackPart[];
  /** A PDF with a page for each page of the pack, to draw over it. */
  stamps: Uint8Array;
  /** Identifies the content of the pack. Equal packs have equal ones. */
  digest: string;
}

/**
 * Joins tagged PDFs of this program to one that is valid in the same standards. The content of the pages is unchanged below the stamps.
 * The same PDFs give the same bytes.
 */
export async function joinPdfs({ front, parts, stamps, digest }: PackPdfs): Promise<Uint8Array> {
  const pack = new PackBuilder(front.pdf.parsed.version);
  pack.addPart(front, '');
  for (const part of parts) pack.addPart(part);
  await stampPages(pack.context, pack.pages, stamps);
  const root = writeCatalogue(pack, front.pdf.parsed);
  const identifier = `<${digest}>`;
  return writePdf(pack.context, pack.version, `${root} /ID [${identifier} ${identifier}]`);
}

/** The entries of the catalogue that a pack has from its front part. */
const KEPT = ['Lang', 'MarkInfo', 'ViewerPreferences', 'OutputIntents', 'Metadata'];

/** Writes the catalogue and the information dictionary, which PDF 2.0 has not. Returns their entries in the trailer. */
function writeCatalogue(pack: PackBuilder, front: ParsedPdf): string {
  const { context } = pack;
  writePageTree(pack);
  writeStructure(pack);
  writeOutline(context, pack.outline, pack.bookmarks);
  const kept = new Map(KEPT.map((key) => [key, front.catalog.get(PDFName.of(key))]));
  const copy = copyWith(pack, front);
  const catalogue = context.register(
    context.obj({
      Type: 'Catalog',
      Pages: pack.pageTree,
      Names: {
        Dests: makeNameTree(pack, pack.destinations),
        ...(pack.attachments.length > 0 && { EmbeddedFiles: makeNameTree(pack, pack.attachments) }),
      },
      StructTreeRoot: pack.structure,
      Outlines: pack.outline,
      PageMode: 'UseOutlines',
      PageLabels: { Nums: [0, { S: 'D' }] },
      ...Object.fromEntries([...kept].flatMap(([key, value]) => (value ? [[key, copy(value)]] : []))),
    }),
  );
  const { Info: info } = front.context.trailerInfo;
  return `/Root ${catalogue.toString()}${info ? ` /Info ${copy(info).toString()}` : ''}`;
}

/** Returns a function that copies what a value of the front part's catalogue leads to. */
function copyWith({ context }: PackBuilder, front: ParsedPdf): (value: PDFObject) => PDFObject {
  return (value) => {
    const found = findReachable(front.context, [value], new Set());
    const refs = new Map(found.map((ref) => [ref, context.nextRef()]));
    const copying = { target: context, refs, change: () => undefined };
    for (const [ref, copy] of refs) {
      const object = front.context.lookup(ref);
      if (object) context.assign(copy, copyObject(object, copying));
    }
    return copyObject(value, copying);
  };
}

function writePageTree({ context, pageTree, pages }: PackBuilder): void {
  context.assign(pageTree, context.obj({ Type: 'Pages', Count: pages.length, Kids: pages }));
}

/** One document, with an element for each part in the order of the pages. */
function writeStructure(pack: PackBuilder): void {
  const { context, structure, topElement, elements, contentOwners } = pack;
  const namespace = elements[0] && context.lookup(elements[0], PDFDict).get(PDFName.of('NS'));
  context.assign(
    topElement,
    context.obj({
      Type: 'StructElem',
      S: 'Document',
      P: structure,
      K: elements,
      ...(namespace && { NS: namespace }),
    }),
  );
  context.assign(
    structure,
    context.obj({
      Type: 'StructTreeRoot',
      K: [topElement],
      ParentTree: { Nums: contentOwners },
      ParentTreeNextKey: findNextKey(contentOwners),
      ...(pack.elementIds.length > 0 && { IDTree: makeNameTree(pack, pack.elementIds) }),
      ...(pack.roles.size > 0 && { RoleMap: Object.fromEntries(pack.roles) }),
      ...(pack.classes.size > 0 && { ClassMap: Object.fromEntries(pack.classes) }),
      ...(pack.namespaces.size > 0 && { Namespaces: [...pack.namespaces] }),
    }),
  );
}

function findNextKey(contentOwners: readonly PDFObject[]): number {
  return Number(contentOwners.at(-2)?.toString() ?? -1) + 1;
}

/** Makes a tree of names, sorted by their bytes. */
function makeNameTree({ context }: PackBuilder, named: PackBuilder['destinations']): PDFDict {
  const sorted = [...named].sort((a, b) => (a.name < b.name ? -1 : 1));
  const names = PDFArray.withContext(context);
  for (const { name, value } of sorted) {
    names.push(makeText(name));
    names.push(value);
  }
  return context.obj({ Names: names });
}
