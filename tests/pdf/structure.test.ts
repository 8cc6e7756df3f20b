import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRef } from '@cantoo/pdf-lib';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Document } from '../../src/model/document.js';
import { buildNewest } from '../support/build-newest.js';
import { listDocumentTexts } from '../support/list-document-texts.js';
import { fold, readPdf } from '../support/read-pdf.js';
import { readStructure, readAloud, walkElements, type Structure } from '../support/read-structure.js';

/** The structure that a screen reader gets from every paper here. Broken files show that each kind of fault is found. */
const projects = [
  '.',
  'dist/starter',
  ...readdirSync('tests/papers').map((name) => join('tests/papers', name)),
];

describe.each(projects)('the paper in %s', (root) => {
  let document: Document;
  let structure: Structure;
  beforeAll(async () => {
    const built = await buildNewest(root);
    document = built.document;
    structure = await readStructure(built.pdf);
  });

  test('has a valid structure', () => {
    expect(structure.faults).toEqual([]);
  });

  test('has its text in reading order', () => {
    expect(findOutOfOrder(structure, document)).toEqual([]);
  });

  test('gives every drawing the text alternative of its author', () => {
    const alternatives = [...walkElements(structure.root)].flatMap(({ role, alt }) =>
      role === 'Figure' ? [alt] : [],
    );
    const written = [...document.sections, ...document.appendices]
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => ('alternative' in block ? [block.alternative] : []));
    expect(alternatives).toEqual(written);
  });
});

test("draws a list's numbers before their text, so that copied text is in order", async () => {
  const { body } = await readPdf((await buildNewest('tests/papers/estates-review')).pdf);
  expect(body).toContain(
    '(a) its fabric, that is (i) the roof, and (ii) the walls; (b) its energy performance certificate',
  );
});

/** Returns the first text of the document that is out of order, or an empty list. */
function findOutOfOrder({ root }: Structure, document: Document): string[] {
  const body = [...walkElements(root)].find(({ role }) => role === 'Document');
  const spokenText = fold(body ? readAloud(body) : '').replace(/ /g, '');
  let from = 0;
  for (const text of listDocumentTexts(document).map((entry) => fold(entry).replace(/ /g, ''))) {
    const at = spokenText.indexOf(text, from);
    if (at < 0) return [text];
    from = at + text.length;
  }
  return [];
}

/** Each case breaks one thing in a valid file, and the message must name it. */
const DAMAGE: { name: string; damage: (file: PDFDocument) => void; message: RegExp }[] = [
  {
    name: 'a drawing without a text alternative',
    damage: (file) => findFirst(file, 'Figure').delete(PDFName.of('Alt')),
    message: /figure without a text alternative/,
  },
  {
    name: 'a table without header cells',
    damage: (file) => {
      for (const head of findAll(file, 'TH')) head.set(PDFName.of('S'), PDFName.of('TD'));
    },
    message: /table without a header cell/,
  },
  {
    name: 'a heading that skips a level',
    damage: (file) => findFirst(file, 'H2').set(PDFName.of('S'), PDFName.of('H4')),
    message: /heading 4 follows heading 1/,
  },
  {
    name: 'drawn content that is not marked',
    damage: (file) => file.getPage(0).drawRectangle({ x: 10, y: 10, width: 5, height: 5 }),
    message: /page 1 draws something that is not marked/,
  },
  {
    name: 'text that is missing from the tree',
    damage: (file) => findFirst(file, 'H1').delete(PDFName.of('K')),
    message: /of the page is not in the tree/,
  },
  {
    name: 'a page that names another owner',
    damage: (file) => {
      const top = file.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
      const tree = top.lookup(PDFName.of('ParentTree'), PDFDict).lookup(PDFName.of('Nums'), PDFArray);
      const page = tree.lookup(1, PDFArray);
      page.set(0, page.get(3));
    },
    message: /the parent tree says/,
  },
  {
    name: 'a link without words',
    damage: (file) => {
      const links = file.getPage(0).node.lookup(PDFName.of('Annots'), PDFArray);
      links.lookup(0, PDFDict).delete(PDFName.of('Contents'));
    },
    message: /the link .* has no description/,
  },
];

describe('in a damaged file', () => {
  let valid: { document: Document; pdf: Uint8Array };
  beforeAll(async () => {
    valid = await buildNewest('.');
  });

  test.each(DAMAGE.map((entry) => [entry.name, entry] as const))('reports %s', async (_name, entry) => {
    const { damage, message } = entry;
    const { faults } = await readStructure(await alter(valid.pdf, damage));
    expect(faults.join('\n')).toMatch(message);
  });

  test('reports paragraphs in another order', async () => {
    const swapped = await alter(valid.pdf, (file) => {
      const kids = findFirst(file, 'Document').lookup(PDFName.of('K'), PDFArray);
      const paragraphs = kids.asArray().filter((kid) => kid instanceof PDFRef && readRole(file, kid) === 'P');
      const [a, b] = paragraphs.slice(-2).map((kid) => kids.asArray().indexOf(kid));
      const [paragraphA, paragraphB] = [kids.get(a ?? 0), kids.get(b ?? 0)];
      kids.set(a ?? 0, paragraphB);
      kids.set(b ?? 0, paragraphA);
    });
    const structure = await readStructure(swapped);
    expect(structure.faults).toEqual([]);
    expect(findOutOfOrder(structure, valid.document)).toHaveLength(1);
  });
});

async function alter(bytes: Uint8Array, change: (file: PDFDocument) => void): Promise<Uint8Array> {
  const file = await PDFDocument.load(bytes, { updateMetadata: false });
  change(file);
  return file.save({ useObjectStreams: false });
}

function findAll(file: PDFDocument, role: string): PDFDict[] {
  return file.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []))
    .filter((dictionary) => dictionary.get(PDFName.of('S')) === PDFName.of(role));
}

function findFirst(file: PDFDocument, role: string): PDFDict {
  const [element] = findAll(file, role);
  if (!element) throw new Error(`no ${role} in the file`);
  return element;
}

function readRole(file: PDFDocument, ref: PDFRef): string {
  return file.context.lookup(ref, PDFDict).get(PDFName.of('S'))?.toString().slice(1) ?? '';
}
