import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRef,
  PDFString,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { appendFileSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Document } from '../../src/model/document.js';
import { buildNewest } from '../support/build-newest.js';
import { readStructure, walkElements, type Structure } from '../support/read-structure.js';

/** Papers whose theme asks for PDF/UA-2, PDF/A-4f and Well-Tagged PDF. */
const work = mkdtempSync(join(tmpdir(), 'papers-pdf-2-'));
afterAll(() => rmSync(work, { recursive: true }));

function copyInPdf20(from: string): string {
  const root = mkdtempSync(join(work, 'project-'));
  for (const folder of ['data', 'templates'])
    cpSync(join(from, folder), join(root, folder), { recursive: true });
  appendFileSync(join(root, 'templates/theme/theme.yaml'), '\npdf: { standards: [ua-2, a-4f, wtpdf] }\n');
  return root;
}

const projects = ['.', ...readdirSync('tests/papers').map((name) => join('tests/papers', name))];

describe.each(projects)('the paper in %s, as PDF 2.0', (from) => {
  let document: Document;
  let pdf: Uint8Array;
  let file: PDFDocument;
  let structure: Structure;
  beforeAll(async () => {
    ({ document, pdf } = await buildNewest(copyInPdf20(from)));
    file = await PDFDocument.load(pdf, { updateMetadata: false });
    structure = await readStructure(pdf);
  });

  test('is a file of PDF 2.0 without an information dictionary', () => {
    expect(Buffer.from(pdf.subarray(0, 9)).toString('latin1')).toBe('%PDF-2.0\n');
    expect(file.context.trailerInfo.Info).toBeUndefined();
    expect(Buffer.from(pdf).includes('/ProcSet')).toBe(false);
    const dictionaries = file.context.enumerateIndirectObjects().map(([, object]) => object);
    expect(
      dictionaries.filter((object) => object instanceof PDFDict && object.has(PDFName.of('ProcSet'))),
    ).toEqual([]);
  });

  test('identifies its standards in its metadata, with its title', async () => {
    const reader = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
    const { metadata } = await reader.getMetadata();
    expect(metadata.get('dc:title')).toBe(document.title);
    expect(metadata.get('pdfuaid:part')).toBe('2');
    expect(metadata.get('pdfuaid:rev')).toBe('2024');
    expect(metadata.get('pdfaid:part')).toBe('4');
    expect(metadata.get('pdfaid:rev')).toBe('2020');
    expect(metadata.get('pdfaid:conformance')).toBe('F');
    expect(metadata.getRaw()).toContain(
      '<pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#accessibility1.0<',
    );
  });

  test('has a valid structure, whose types belong to a namespace', () => {
    expect(structure.faults).toEqual([]);
    const elements = listElements(file);
    const names = elements.map((element) => `${readNamespace(element)} ${readName(element)}`);
    expect(names[0]).toBe('http://iso.org/pdf2/ssn Document');
    expect(names.filter((name) => name.endsWith(' Title'))).toHaveLength(1);
    expect(names.filter((name) => /ssn (Note|H5)$/.test(name))).toEqual([]);
    expect(names.filter((name) => name.startsWith('none'))).toEqual([]);
    const listed = findTop(file).lookup(PDFName.of('Namespaces'), PDFArray);
    expect(listed.size()).toBe(new Set(names.map((name) => name.split(' ')[0])).size);
  });

  test('gives readers that know no namespaces an older type for each new one', async () => {
    const reader = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
    const tree = JSON.stringify(await (await reader.getPage(1)).getStructTree());
    expect(tree).toContain('"role":"H1"');
    expect(tree).not.toContain('"role":"Title"');
  });

  test('leads every link and bookmark to an element and its page', async () => {
    const names = readDestinations(file);
    expect(names.size).toBeGreaterThan(0);
    for (const [, destination] of names) {
      const element = destination.lookup(PDFName.of('SD'), PDFArray).lookup(0, PDFDict);
      expect(element.lookup(PDFName.of('Type'))).toBe(PDFName.of('StructElem'));
    }
    const links = listDictionaries(file).filter(
      (entry) => entry.get(PDFName.of('Subtype')) === PDFName.of('Link'),
    );
    const targets = links.flatMap((link) => readText(link.lookup(PDFName.of('Dest'))) ?? []);
    expect(targets.filter((target) => !names.has(target))).toEqual([]);
    const bookmarks = listDictionaries(file).filter(
      (entry) => entry.has(PDFName.of('Title')) && entry.has(PDFName.of('Parent')),
    );
    expect(bookmarks.length).toBeGreaterThan(0);
    expect(bookmarks.filter((entry) => !names.has(readText(entry.lookup(PDFName.of('Dest'))) ?? ''))).toEqual(
      [],
    );
    const reader = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
    for (const name of targets) expect(await reader.getDestination(name)).toHaveLength(5);
  });

  test('connects contents entries with headings, and citations with notes', () => {
    const elements = listElements(file);
    for (const entry of elements.filter((element) => readName(element) === 'TOCI')) {
      const [heading] = listReferences(entry);
      expect(heading && readName(heading)).toBe('H1');
    }
    const notes = elements.filter((element) => readName(element) === 'FENote');
    for (const note of notes) {
      const citations = listReferences(note);
      expect(citations.length).toBeGreaterThan(0);
      for (const citation of citations) expect(listReferences(citation)).toEqual([note]);
    }
    const citing = elements.filter(
      (element) => readName(element) === 'Link' && element.has(PDFName.of('Ref')),
    );
    for (const citation of citing)
      expect(listReferences(listReferences(citation)[0] ?? citation)).toContain(citation);
    const cited = new Set(listFootnoteTargets(document));
    expect(notes).toHaveLength(cited.size);
  });

  test('says the same as the file of PDF 1.7', async () => {
    const { pdf: other } = await buildNewest(from);
    const sayAll = ({ root }: Structure): string[] =>
      [...walkElements(root)].flatMap(({ children }) =>
        children.flatMap((child) => ('text' in child ? child.text : [])),
      );
    expect(sayAll(structure)).toEqual(sayAll(await readStructure(other)));
  });

  test('has the same bytes when it is built again', async () => {
    const again = await buildNewest(copyInPdf20(from));
    expect(Buffer.from(again.pdf).equals(pdf)).toBe(true);
  });
});

/** The anchors of the notes that the text cites, in paragraphs, tables and captions. */
function listFootnoteTargets(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(listFootnoteTargets);
  if (typeof value !== 'object' || value === null) return [];
  if ('kind' in value && 'target' in value) {
    const target = String(value.target);
    if (value.kind === 'footnote') return [target];
    if (value.kind === 'reference' && /-note-\d+$/.test(target)) return [target];
  }
  return Object.values(value).flatMap(listFootnoteTargets);
}

function listDictionaries(file: PDFDocument): PDFDict[] {
  return file.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []));
}

function findTop(file: PDFDocument): PDFDict {
  return file.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
}

/** Lists the elements in reading order. */
function listElements(file: PDFDocument): PDFDict[] {
  const walk = (entry: PDFObject | undefined): PDFDict[] => {
    const object = entry instanceof PDFRef ? file.context.lookup(entry) : entry;
    if (object instanceof PDFArray) return object.asArray().flatMap(walk);
    if (!(object instanceof PDFDict) || !object.has(PDFName.of('S'))) return [];
    return [object, ...walk(object.get(PDFName.of('K')))];
  };
  return walk(findTop(file).get(PDFName.of('K')));
}

function readName(element: PDFDict): string {
  return element.get(PDFName.of('S'))?.toString().slice(1) ?? '';
}

function readNamespace(element: PDFDict): string {
  const namespace = element.lookup(PDFName.of('NS'));
  return namespace instanceof PDFDict ? (readText(namespace.lookup(PDFName.of('NS'))) ?? '') : 'none';
}

function listReferences(element: PDFDict): PDFDict[] {
  const list = element.lookup(PDFName.of('Ref'));
  return list instanceof PDFArray ? list.asArray().map((_, index) => list.lookup(index, PDFDict)) : [];
}

function readText(value: PDFObject | undefined): string | undefined {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;
}

function readDestinations(file: PDFDocument): Map<string, PDFDict> {
  const tree = file.catalog.lookup(PDFName.of('Names'), PDFDict).lookup(PDFName.of('Dests'), PDFDict);
  const names = tree.lookup(PDFName.of('Names'), PDFArray);
  return new Map(
    Array.from({ length: names.size() / 2 }, (_, index) => [
      readText(names.lookup(2 * index)) ?? '',
      names.lookup(2 * index + 1, PDFDict),
    ]),
  );
}
