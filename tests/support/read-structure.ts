import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFString,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A piece of a page's text that belongs to one element. */
interface Piece {
  page: number;
  text: string;
  /** The vertical position of each line, in points from the bottom of the page. */
  lines: number[];
}

export interface StructureElement {
  role: string;
  alt: string | null;
  actualText: string | null;
  attributes: Record<string, string>;
  children: (StructureElement | Piece | { link: string })[];
}

export interface Structure {
  root: StructureElement;
  /** The faults of the file's structure, in words. */
  faults: string[];
}

/**
 * Reads the structure tree that a screen reader uses, and lists its faults. Faults of content: content that is not marked, and
 * marks that the page and the tree do not share. Faults of elements: skipped heading levels, tables without header cells, and
 * figures without a text alternative. The tree comes from the file's objects, and the text from pdf.js.
 */
export async function readStructure(bytes: Uint8Array): Promise<Structure> {
  const faults: string[] = [];
  const file = await PDFDocument.load(bytes, { updateMetadata: false });
  const pages = file.getPages().map(({ ref }) => ref.toString());
  const texts = await readMarkedTexts(bytes, faults);
  const top = file.catalog.lookup(PDFName.of('StructTreeRoot'));
  if (!(top instanceof PDFDict)) throw new Error('the file has no structure tree');
  const parents = readParentTree(top);
  const owners = new Map<string, string>();
  const links = new Map<string, string>();

  const readElement = (ref: PDFRef): StructureElement => {
    const dict = file.context.lookup(ref, PDFDict);
    const children = readKids(dict).flatMap((kid): StructureElement['children'] => {
      if (kid instanceof PDFRef) {
        const child = file.context.lookup(kid, PDFDict);
        if (child.get(PDFName.of('P')) !== ref)
          faults.push(`the parent of ${kid.toString()} is another element`);
        return [readElement(kid)];
      }
      const { page, id, object } = readContent(kid, dict, file);
      if (object) {
        links.set(object, ref.toString());
        return [{ link: object }];
      }
      const key = `${page}#${id}`;
      if (owners.has(key)) faults.push(`content ${key} is in the tree twice`);
      owners.set(key, ref.toString());
      const marked = texts.get(key);
      if (!marked) faults.push(`content ${key} of the tree is not on the page`);
      return [
        { page: pages.indexOf(page) + 1, text: marked?.text ?? '', lines: [...new Set(marked?.lines)] },
      ];
    });
    return {
      role: readName(dict, 'S'),
      alt: readString(dict, 'Alt'),
      actualText: readString(dict, 'ActualText'),
      attributes: readAttributes(dict),
      children,
    };
  };
  const [first] = readKids(top);
  if (!(first instanceof PDFRef)) throw new Error('the structure tree is empty');
  const root = readElement(first);

  for (const key of texts.keys()) {
    const [page = '', id = ''] = key.split('#');
    const index = file.getPages()[pages.indexOf(page)]?.node.get(PDFName.of('StructParents'));
    const listed = parents.get(Number(index?.toString()));
    const owner = listed instanceof PDFArray ? listed.get(Number(id)).toString() : undefined;
    if (!owners.has(key)) faults.push(`content ${key} of the page is not in the tree`);
    else if (owner !== owners.get(key)) faults.push(`the parent tree says that another element has ${key}`);
  }
  for (const [object, owner] of links) {
    const annotation = file.context.lookup(parseRef(object), PDFDict);
    const key = annotation.get(PDFName.of('StructParent'));
    if (parents.get(Number(key?.toString()))?.toString() !== owner)
      faults.push(`the parent tree says that another element has the link ${object}`);
    if (!annotation.has(PDFName.of('Contents'))) faults.push(`the link ${object} has no description`);
  }
  return { root, faults: [...faults, ...findElementFaults(root)] };
}

/** Yields an element and all its descendants in reading order. */
export function* walkElements(element: StructureElement): Generator<StructureElement> {
  yield element;
  for (const child of element.children) if ('role' in child) yield* walkElements(child);
}

/** Returns the text of an element as a screen reader says it. */
export function readAloud(element: StructureElement): string {
  if (element.actualText !== null) return element.actualText;
  return element.children
    .map((child) => ('role' in child ? readAloud(child) : 'text' in child ? child.text : ''))
    .join(' ');
}

export function listPieces(element: StructureElement): Piece[] {
  return [...walkElements(element)].flatMap(({ children }) => children.filter((child) => 'text' in child));
}

function findElementFaults(root: StructureElement): string[] {
  const faults: string[] = [];
  let level = 0;
  for (const element of walkElements(root)) {
    const heading = /^H([1-6])$/.exec(element.role);
    if (heading) {
      const here = Number(heading[1]);
      if (here > level + 1) faults.push(`heading ${here} follows heading ${level}: ${readAloud(element)}`);
      level = here;
    }
    const inside = [...walkElements(element)];
    if (element.role === 'Table' && !inside.some(({ role }) => role === 'TH'))
      faults.push(`a table without a header cell: ${readAloud(element).slice(0, 60)}`);
    if (element.role === 'TH' && !element.attributes['Scope'])
      faults.push(`a header cell without a scope: ${readAloud(element)}`);
    if (element.role === 'Figure' && !element.alt) faults.push('a figure without a text alternative');
    if (element.role === 'Figure' && !element.attributes['BBox'])
      faults.push('a figure without a bounding box');
    if (element.role === 'Link' && !element.children.some((child) => 'link' in child))
      faults.push(`a link without a target: ${readAloud(element)}`);
  }
  return faults;
}

const PAINT_OPERATORS = new Set(
  [
    'fill eoFill stroke fillStroke eoFillStroke closeStroke closeFillStroke closeEOFillStroke shadingFill',
    'showText showSpacedText nextLineShowText nextLineSetSpacingShowText',
    'paintImageXObject paintInlineImageXObject paintFormXObjectBegin',
  ]
    .join(' ')
    .split(' ')
    .map((name) => OPS[name as keyof typeof OPS]),
);

/** Reads the text of each piece of marked content, by page object and number. Content outside them is a fault. */
async function readMarkedTexts(
  bytes: Uint8Array,
  faults: string[],
): Promise<Map<string, { text: string; lines: number[] }>> {
  const texts = new Map<string, { text: string; lines: number[] }>();
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const ref = `${page.ref?.num ?? 0} 0 R`;
    const { fnArray, argsArray } = await page.getOperatorList();
    let depth = 0;
    fnArray.forEach((operator, index) => {
      if (operator === OPS.beginMarkedContentProps) {
        depth++;
        const [tag, id] = (argsArray[index] ?? []) as [string, number | null];
        if (tag !== 'Artifact' && id !== null) texts.set(`${ref}#${id}`, { text: '', lines: [] });
      } else if (operator === OPS.beginMarkedContent) depth++;
      else if (operator === OPS.endMarkedContent) depth--;
      else if (
        depth === 0 &&
        (PAINT_OPERATORS.has(operator) || (operator === OPS.constructPath && isPainted(argsArray[index])))
      )
        faults.push(`page ${number} draws something that is not marked`);
    });
    const open: (string | null)[] = [];
    for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
      if ('type' in item) {
        if (item.type === 'endMarkedContent') open.pop();
        else open.push(item.id ? `${ref}#${item.id.replace(/^.*_mc/, '')}` : null);
        continue;
      }
      const marked = texts.get(open.findLast((key) => key !== null) ?? '');
      if (!marked) continue;
      marked.text += item.str + (item.hasEOL ? ' ' : '');
      if (item.str.trim() !== '') marked.lines.push(Math.round(item.transform[5] as number));
    }
  }
  return texts;
}

/** pdf.js returns a path together with the operator that paints it, or `endPath`. */
function isPainted(args: unknown): boolean {
  const [operator] = args as [number];
  return operator !== OPS.endPath;
}

function readKids(dict: PDFDict): PDFObject[] {
  const kids = dict.lookup(PDFName.of('K'));
  const entry = dict.get(PDFName.of('K'));
  if (kids instanceof PDFArray) return kids.asArray();
  return entry === undefined ? [] : [entry];
}

function readContent(
  kid: PDFObject,
  parent: PDFDict,
  file: PDFDocument,
): { page: string; id: string; object: string | null } {
  const page = parent.get(PDFName.of('Pg'))?.toString() ?? '';
  if (kid instanceof PDFNumber) return { page, id: kid.toString(), object: null };
  const dict = kid instanceof PDFDict ? kid : file.context.lookup(kid, PDFDict);
  return {
    page: dict.get(PDFName.of('Pg'))?.toString() ?? page,
    id: dict.get(PDFName.of('MCID'))?.toString() ?? '',
    object: dict.get(PDFName.of('Obj'))?.toString() ?? null,
  };
}

function readParentTree(top: PDFDict): Map<number, PDFObject> {
  const tree = top.lookup(PDFName.of('ParentTree'), PDFDict).lookup(PDFName.of('Nums'), PDFArray);
  const entries = new Map<number, PDFObject>();
  for (let index = 0; index < tree.size(); index += 2) {
    const value = tree.get(index + 1);
    const list = tree.lookup(index + 1);
    entries.set(Number(tree.get(index).toString()), list instanceof PDFArray ? list : value);
  }
  return entries;
}

function readName(dict: PDFDict, key: string): string {
  return dict.get(PDFName.of(key))?.toString().slice(1) ?? '';
}

function readString(dict: PDFDict, key: string): string | null {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : null;
}

function readAttributes(dict: PDFDict): Record<string, string> {
  const entry = dict.lookup(PDFName.of('A'));
  const dictionaries = entry instanceof PDFArray ? entry.asArray() : entry ? [entry] : [];
  return Object.fromEntries(
    dictionaries.flatMap((dictionary) =>
      dictionary instanceof PDFDict
        ? dictionary
            .entries()
            .map(([key, value]): [string, string] => [key.toString().slice(1), value.toString()])
        : [],
    ),
  );
}

function parseRef(text: string): PDFRef {
  return PDFRef.of(Number(text.split(' ')[0]));
}
