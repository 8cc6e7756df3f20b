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
  /** Where its lines stand, from the top of the page. */
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
  /** What is wrong with the file's structure, in words; empty where nothing is. */
  faults: string[];
}

/**
 * The structure tree as a screen reader meets it, and what is wrong with it: content that is not marked, a number in the
 * page that the tree does not know or the other way round, headings that skip a level, tables without header cells, figures
 * without a text alternative. Read from the file's objects, with the text from pdf.js.
 */
export async function readStructure(bytes: Uint8Array): Promise<Structure> {
  const faults: string[] = [];
  const file = await PDFDocument.load(bytes, { updateMetadata: false });
  const pages = file.getPages().map(({ ref }) => ref.toString());
  const texts = await markedTexts(bytes, faults);
  const top = file.catalog.lookup(PDFName.of('StructTreeRoot'));
  if (!(top instanceof PDFDict)) throw new Error('the file has no structure tree');
  const parents = parentTree(top);
  const owners = new Map<string, string>();
  const links = new Map<string, string>();

  const element = (ref: PDFRef): StructureElement => {
    const dict = file.context.lookup(ref, PDFDict);
    const children = kids(dict).flatMap((kid): StructureElement['children'] => {
      if (kid instanceof PDFRef) {
        const child = file.context.lookup(kid, PDFDict);
        if (child.get(PDFName.of('P')) !== ref)
          faults.push(`the parent of ${kid.toString()} is another element`);
        return [element(kid)];
      }
      const { page, id, object } = contentOf(kid, dict, file);
      if (object) {
        links.set(object, ref.toString());
        return [{ link: object }];
      }
      const key = `${page}#${id}`;
      if (owners.has(key)) faults.push(`content ${key} stands twice in the tree`);
      owners.set(key, ref.toString());
      const found = texts.get(key);
      if (!found) faults.push(`content ${key} of the tree is not on the page`);
      return [{ page: pages.indexOf(page) + 1, text: found?.text ?? '', lines: [...new Set(found?.lines)] }];
    });
    return {
      role: nameOf(dict, 'S'),
      alt: textOf(dict, 'Alt'),
      actualText: textOf(dict, 'ActualText'),
      attributes: attributesOf(dict),
      children,
    };
  };
  const [first] = kids(top);
  if (!(first instanceof PDFRef)) throw new Error('the structure tree is empty');
  const root = element(first);

  for (const key of texts.keys()) {
    const [page = '', id = ''] = key.split('#');
    const index = file.getPages()[pages.indexOf(page)]?.node.get(PDFName.of('StructParents'));
    const listed = parents.get(Number(index?.toString()));
    const says = listed instanceof PDFArray ? listed.get(Number(id)).toString() : undefined;
    if (!owners.has(key)) faults.push(`content ${key} of the page is not in the tree`);
    else if (says !== owners.get(key)) faults.push(`the parent tree says of ${key} another element`);
  }
  for (const [object, owner] of links) {
    const annotation = file.context.lookup(refOf(object), PDFDict);
    const key = annotation.get(PDFName.of('StructParent'));
    if (parents.get(Number(key?.toString()))?.toString() !== owner)
      faults.push(`the parent tree says of the link ${object} another element`);
    if (!annotation.has(PDFName.of('Contents'))) faults.push(`the link ${object} says nothing of itself`);
  }
  return { root, faults: [...faults, ...judge(root)] };
}

/** Everything below an element, itself first, in reading order. */
export function* walkElements(one: StructureElement): Generator<StructureElement> {
  yield one;
  for (const child of one.children) if ('role' in child) yield* walkElements(child);
}

/** What is read aloud of an element. */
export function spoken(one: StructureElement): string {
  if (one.actualText !== null) return one.actualText;
  return one.children
    .map((child) => ('role' in child ? spoken(child) : 'text' in child ? child.text : ''))
    .join(' ');
}

export function piecesOf(one: StructureElement): Piece[] {
  return [...walkElements(one)].flatMap(({ children }) => children.filter((child) => 'text' in child));
}

function judge(root: StructureElement): string[] {
  const all = [...walkElements(root)];
  const faults: string[] = [];
  let level = 0;
  for (const one of all) {
    const heading = /^H([1-6])$/.exec(one.role);
    if (heading) {
      const here = Number(heading[1]);
      if (here > level + 1) faults.push(`heading ${here} follows heading ${level}: ${spoken(one)}`);
      level = here;
    }
    const within = [...walkElements(one)];
    if (one.role === 'Table' && !within.some(({ role }) => role === 'TH'))
      faults.push(`a table without a header cell: ${spoken(one).slice(0, 60)}`);
    if (one.role === 'TH' && !one.attributes['Scope']) faults.push(`a header of nothing: ${spoken(one)}`);
    if (one.role === 'Figure' && !one.alt) faults.push('a figure without a text alternative');
    if (one.role === 'Figure' && !one.attributes['BBox']) faults.push('a figure without a place');
    if (one.role === 'Link' && !one.children.some((child) => 'link' in child))
      faults.push(`a link that leads nowhere: ${spoken(one)}`);
  }
  return faults;
}

const PAINTS = new Set(
  [
    'fill eoFill stroke fillStroke eoFillStroke closeStroke closeFillStroke closeEOFillStroke shadingFill',
    'showText showSpacedText nextLineShowText nextLineSetSpacingShowText',
    'paintImageXObject paintInlineImageXObject paintFormXObjectBegin',
  ]
    .join(' ')
    .split(' ')
    .map((name) => OPS[name as keyof typeof OPS]),
);

/** The text of each piece of marked content, by page object and number; what is drawn outside any is a fault. */
async function markedTexts(
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
        (PAINTS.has(operator) || (operator === OPS.constructPath && paints(argsArray[index])))
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
      const found = texts.get(open.findLast((key) => key !== null) ?? '');
      if (!found) continue;
      found.text += item.str + (item.hasEOL ? ' ' : '');
      if (item.str.trim() !== '') found.lines.push(Math.round(item.transform[5] as number));
    }
  }
  return texts;
}

/** pdf.js gives a path together with the operator that paints it, if one does. */
function paints(args: unknown): boolean {
  const [operator] = args as [number];
  return operator !== OPS.endPath;
}

function kids(dict: PDFDict): PDFObject[] {
  const found = dict.lookup(PDFName.of('K'));
  const own = dict.get(PDFName.of('K'));
  if (found instanceof PDFArray) return found.asArray();
  return own === undefined ? [] : [own];
}

function contentOf(
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

function parentTree(top: PDFDict): Map<number, PDFObject> {
  const tree = top.lookup(PDFName.of('ParentTree'), PDFDict).lookup(PDFName.of('Nums'), PDFArray);
  const entries = new Map<number, PDFObject>();
  for (let index = 0; index < tree.size(); index += 2) {
    const value = tree.get(index + 1);
    const list = tree.lookup(index + 1);
    entries.set(Number(tree.get(index).toString()), list instanceof PDFArray ? list : value);
  }
  return entries;
}

function nameOf(dict: PDFDict, key: string): string {
  return dict.get(PDFName.of(key))?.toString().slice(1) ?? '';
}

function textOf(dict: PDFDict, key: string): string | null {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : null;
}

function attributesOf(dict: PDFDict): Record<string, string> {
  const found = dict.lookup(PDFName.of('A'));
  const all = found instanceof PDFArray ? found.asArray() : found ? [found] : [];
  return Object.fromEntries(
    all.flatMap((one) =>
      one instanceof PDFDict
        ? one.entries().map(([key, value]): [string, string] => [key.toString().slice(1), value.toString()])
        : [],
    ),
  );
}

function refOf(text: string): PDFRef {
  return PDFRef.of(Number(text.split(' ')[0]));
}
