import {
  PDFArray,
  PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFHexString,
  PDFRef,
  PDFString,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { copyDict, copyObject, type Copying } from './copy-objects.js';
import { findReachable } from './find-reachable.js';
import { nameFonts } from './name-fonts.js';
import type { PdfVersion } from '../../model/pdf-standards.js';
import type { PackPart } from './pack-part.js';
import { listTreeEntries, type ParsedPdf } from './parsed-pdf.js';
import { createRenamer, makeText } from './rename-entries.js';
import { shareObjects, type SharedObjects } from './share-objects.js';

/** An entry of a tree of names. */
interface Named {
  name: string;
  value: PDFObject;
}

/** The parts that have been added to a pack, and what the pack's own objects list of them. */
export class PackBuilder {
  readonly context = PDFContext.create();
  readonly pages: PDFRef[] = [];
  readonly pageTree = this.context.nextRef();
  readonly structure = this.context.nextRef();
  readonly topElement = this.context.nextRef();
  readonly outline = this.context.nextRef();
  /** The element of each part. */
  readonly elements: PDFRef[] = [];
  readonly bookmarks: Bookmark[] = [];
  readonly destinations: Named[] = [];
  readonly elementIds: Named[] = [];
  readonly attachments: Named[] = [];
  /** The tree that leads from content to its element: keys and values in turn. */
  readonly contentOwners: PDFObject[] = [];
  /** Standard roles and classes of elements, and the namespaces of their names. */
  readonly roles = new Map<string, PDFObject>();
  readonly classes = new Map<string, PDFObject>();
  readonly namespaces = new Set<PDFObject>();
  private readonly shared: SharedObjects = new Map();
  private nextKey = 0;

  constructor(readonly version: PdfVersion) {}

  /**
   * Adds the pages of a part with everything that belongs to them. The prefix keeps its names apart from those of other parts;
   * links of a part without a prefix lead to names of the whole pack.
   */
  addPart({ name, title, pdf: { parsed: source } }: PackPart, prefix = `${name}.`): void {
    const change = createRenamer({
      target: this.context,
      prefix,
      firstKey: this.nextKey,
      fontNames: nameFonts(source.context),
    });
    const shared = shareObjects(source.context, { target: this.context, change }, this.shared);
    const copying: Copying = { target: this.context, change, refs: this.makeRefs(source, shared) };
    this.copyObjects(source, copying, shared);
    const firstPage = this.addPages(source, copying);
    const files = this.addAttachments(source, copying, name);
    const element = this.addElement(source, copying, title, files);
    this.elements.push(element);
    this.addStructure(source, copying, prefix);
    this.addDestinations(source, copying, prefix);
    this.destinations.push({ name, value: this.makeDestination(firstPage, element) });
    this.addBookmark(source, copying, title, name);
  }

  /** Chooses the new references. The nodes above the pages become the pack's, and the top of the structure is replaced. */
  private makeRefs(source: ParsedPdf, shared: ReadonlyMap<PDFRef, PDFRef>): Map<PDFRef, PDFRef> {
    const refs = new Map(shared);
    for (const node of source.pageNodes) refs.set(node, this.pageTree);
    const outside = new Set([...refs.keys(), ...listTops(source)]);
    for (const ref of findReachable(source.context, listRoots(source), outside))
      refs.set(ref, this.context.nextRef());
    return refs;
  }

  private copyObjects({ context }: ParsedPdf, copying: Copying, shared: ReadonlyMap<PDFRef, PDFRef>): void {
    for (const [ref, copy] of copying.refs) {
      if (shared.has(ref) || copy === this.pageTree) continue;
      const object = context.lookup(ref);
      if (object) this.context.assign(copy, copyObject(object, copying));
    }
  }

  private addPages({ pages }: ParsedPdf, { refs }: Copying): PDFRef {
    const copies = pages.flatMap((page) => refs.get(page) ?? []);
    this.pages.push(...copies);
    const [first] = copies;
    if (!first) throw new Error('internal error: a part of a pack has no pages');
    return first;
  }

  /** Gives each attachment a name that is unique in the pack. Returns the part's own. */
  private addAttachments({ catalog }: ParsedPdf, copying: Copying, part: string): PDFRef[] {
    const names = catalog.lookup(PDFName.of('Names'));
    const tree = names instanceof PDFDict ? names.lookup(PDFName.of('EmbeddedFiles')) : undefined;
    return listTreeEntries(tree, 'Names').flatMap(([, value]) => {
      const copy = copyObject(value, copying);
      const ref = copy instanceof PDFRef ? copy : this.context.register(copy);
      const file = this.context.lookup(ref, PDFDict);
      const name = `${part}-${readText(file.get(PDFName.of('UF')) ?? file.get(PDFName.of('F')))}`;
      file.set(PDFName.of('F'), makeText(name));
      file.set(PDFName.of('UF'), makeText(name));
      this.attachments.push({ name, value: ref });
      return [ref];
    });
  }

  /** Turns the part's document into a part of the pack's, in its language, with its attachments. */
  private addElement(source: ParsedPdf, { refs }: Copying, title: string, files: PDFRef[]): PDFRef {
    const ref = refs.get(source.topElement);
    if (!ref) throw new Error('internal error: the top of a structure was not copied');
    const element = this.context.lookup(ref, PDFDict);
    element.set(PDFName.of('S'), PDFName.of('Part'));
    element.set(PDFName.of('P'), this.topElement);
    element.set(PDFName.of('T'), makeText(title));
    const language = source.catalog.lookup(PDFName.of('Lang'));
    if (language) element.set(PDFName.of('Lang'), language);
    if (files.length > 0) element.set(PDFName.of('AF'), this.context.obj(files));
    return ref;
  }

  private addStructure({ structure }: ParsedPdf, copying: Copying, prefix: string): void {
    const first = this.nextKey;
    for (const [key, value] of listTreeEntries(structure.lookup(PDFName.of('ParentTree')), 'Nums')) {
      if (!(key instanceof PDFNumber)) continue;
      const shifted = first + key.asNumber();
      this.contentOwners.push(PDFNumber.of(shifted), copyObject(value, copying));
      this.nextKey = Math.max(this.nextKey, shifted + 1);
    }
    for (const [key, value] of listTreeEntries(structure.lookup(PDFName.of('IDTree')), 'Names'))
      this.elementIds.push({ name: prefix + readText(key), value: copyObject(value, copying) });
    mergeNames(structure.lookup(PDFName.of('RoleMap')), copying, this.roles);
    mergeNames(structure.lookup(PDFName.of('ClassMap')), copying, this.classes);
    const namespaces = structure.lookup(PDFName.of('Namespaces'));
    if (namespaces instanceof PDFArray)
      for (const namespace of namespaces.asArray()) this.namespaces.add(copyObject(namespace, copying));
  }

  private addDestinations({ catalog }: ParsedPdf, copying: Copying, prefix: string): void {
    const names = catalog.lookup(PDFName.of('Names'));
    const tree = names instanceof PDFDict ? names.lookup(PDFName.of('Dests')) : undefined;
    for (const [key, value] of listTreeEntries(tree, 'Names'))
      this.destinations.push({ name: prefix + readText(key), value: copyObject(value, copying) });
  }

  /** Makes the value of a named destination: the top of a page, in the zoom of the reader. PDF 2.0 names the element too. */
  private makeDestination(page: PDFRef, element: PDFRef): PDFObject {
    const top = readPageTop(this.context, page);
    const makePoint = (target: PDFRef): PDFObject =>
      this.context.obj([target, PDFName.of('XYZ'), null, top, null]);
    if (this.version === 'PDF 1.7') return makePoint(page);
    return this.context.obj({ D: makePoint(page), SD: makePoint(element) });
  }

  private addBookmark({ catalog }: ParsedPdf, copying: Copying, title: string, name: string): void {
    const root = catalog.lookup(PDFName.of('Outlines'));
    const links = root instanceof PDFDict ? copyDict(root, copying) : null;
    const [first, last] = [links?.get(PDFName.of('First')), links?.get(PDFName.of('Last'))];
    const below = first instanceof PDFRef && last instanceof PDFRef ? { first, last } : null;
    this.bookmarks.push({ ref: this.context.nextRef(), title, destination: makeText(name), below });
  }
}

/** The bookmark of a part, with its own bookmarks below it. */
export interface Bookmark {
  ref: PDFRef;
  title: string;
  destination: PDFObject;
  below: { first: PDFRef; last: PDFRef } | null;
}

/** Lists what a pack writes anew: nothing of a part may refer to it. */
function listTops({ context, catalog }: ParsedPdf): PDFRef[] {
  const tops = [
    context.trailerInfo.Root,
    catalog.get(PDFName.of('StructTreeRoot')),
    catalog.get(PDFName.of('Outlines')),
  ];
  return tops.filter((top) => top instanceof PDFRef);
}

/** Lists what the objects of a part are found from. */
function listRoots({ context, catalog, pages, structure, topElement }: ParsedPdf): PDFObject[] {
  const outline = catalog.lookup(PDFName.of('Outlines'));
  return [
    ...pages,
    topElement,
    ...['ParentTree', 'IDTree', 'RoleMap', 'ClassMap', 'Namespaces'].flatMap(
      (key) => context.lookup(structure.get(PDFName.of(key))) ?? [],
    ),
    ...(catalog.lookup(PDFName.of('Names')) instanceof PDFDict
      ? [catalog.lookup(PDFName.of('Names'), PDFDict)]
      : []),
    ...(outline instanceof PDFDict ? outline.values() : []),
  ];
}

function mergeNames(map: PDFObject | undefined, copying: Copying, merged: Map<string, PDFObject>): void {
  if (!(map instanceof PDFDict)) return;
  for (const [key, value] of copyDict(map, copying).entries()) merged.set(key.asString().slice(1), value);
}

function readText(text: PDFObject | undefined): string {
  return text instanceof PDFString || text instanceof PDFHexString ? text.decodeText() : '';
}

/** Returns the top edge of a page, in its own coordinates. */
function readPageTop(context: PDFContext, page: PDFRef): number {
  const box = context.lookup(page, PDFDict).lookup(PDFName.of('MediaBox'), PDFArray);
  return box.lookup(3, PDFNumber).asNumber();
}
