import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRef } from '@cantoo/pdf-lib';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Document } from '../../src/model/document.js';
import { buildNewest } from '../support/build-document.js';
import { documentTexts } from '../support/document-text.js';
import { fold, readPdf } from '../support/read-pdf.js';
import { readStructure, spoken, walkElements, type Structure } from '../support/read-structure.js';

/** What a screen reader is told of every paper here, and that each kind of fault would be found. */
const projects = ['.', ...readdirSync('tests/papers').map((name) => join('tests/papers', name))];

describe.each(projects)('the paper in %s', (root) => {
  let document: Document;
  let structure: Structure;
  beforeAll(async () => {
    const built = await buildNewest(root);
    document = built.document;
    structure = await readStructure(built.pdf);
  });

  test('has no fault of structure', () => {
    expect(structure.faults).toEqual([]);
  });

  test('is read in the order of its text', () => {
    expect(outOfOrder(structure, document)).toEqual([]);
  });

  test('gives every drawing the text alternative that its author wrote', () => {
    const alternatives = [...walkElements(structure.root)].flatMap(({ role, alt }) =>
      role === 'Figure' ? [alt] : [],
    );
    const written = [...document.sections, ...document.appendices]
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => ('alternative' in block ? [block.alternative] : []));
    expect(alternatives).toEqual(written);
  });
});

test("a list's numbers are drawn before their text, as it is when it is copied", async () => {
  const { body } = await readPdf((await buildNewest('tests/papers/estates-review')).pdf);
  expect(body).toContain(
    '(a) its fabric, that is (i) the roof, and (ii) the walls; (b) its energy performance certificate',
  );
});

/** The first piece of the document that is not read where it should be; empty where all are. */
function outOfOrder({ root }: Structure, document: Document): string[] {
  const body = [...walkElements(root)].find(({ role }) => role === 'Document');
  const heard = fold(body ? spoken(body) : '').replace(/ /g, '');
  let from = 0;
  for (const text of documentTexts(document).map((one) => fold(one).replace(/ /g, ''))) {
    const at = heard.indexOf(text, from);
    if (at < 0) return [text];
    from = at + text.length;
  }
  return [];
}

/** One thing broken in a good file each, and what must be said of it. */
const BROKEN: { name: string; break: (file: PDFDocument) => void; found: RegExp }[] = [
  {
    name: 'a drawing without a text alternative',
    break: (file) => first(file, 'Figure').delete(PDFName.of('Alt')),
    found: /figure without a text alternative/,
  },
  {
    name: 'a table without header cells',
    break: (file) => {
      for (const head of all(file, 'TH')) head.set(PDFName.of('S'), PDFName.of('TD'));
    },
    found: /table without a header cell/,
  },
  {
    name: 'a heading that skips a level',
    break: (file) => first(file, 'H2').set(PDFName.of('S'), PDFName.of('H4')),
    found: /heading 4 follows heading 1/,
  },
  {
    name: 'something drawn that is not marked',
    break: (file) => file.getPage(0).drawRectangle({ x: 10, y: 10, width: 5, height: 5 }),
    found: /page 1 draws something that is not marked/,
  },
  {
    name: 'text that the tree has lost',
    break: (file) => first(file, 'H1').delete(PDFName.of('K')),
    found: /of the page is not in the tree/,
  },
  {
    name: 'a page that names another owner',
    break: (file) => {
      const top = file.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
      const tree = top.lookup(PDFName.of('ParentTree'), PDFDict).lookup(PDFName.of('Nums'), PDFArray);
      const page = tree.lookup(1, PDFArray);
      page.set(0, page.get(3));
    },
    found: /the parent tree says/,
  },
  {
    name: 'a link without words',
    break: (file) => {
      const links = file.getPage(0).node.lookup(PDFName.of('Annots'), PDFArray);
      links.lookup(0, PDFDict).delete(PDFName.of('Contents'));
    },
    found: /says nothing of itself/,
  },
];

describe('what is broken is found', () => {
  let good: { document: Document; pdf: Uint8Array };
  beforeAll(async () => {
    good = await buildNewest('.');
  });

  test.each(BROKEN)('$name', async ({ break: breakIt, found }) => {
    const { faults } = await readStructure(await altered(good.pdf, breakIt));
    expect(faults.join('\n')).toMatch(found);
  });

  test('paragraphs in another order', async () => {
    const swapped = await altered(good.pdf, (file) => {
      const kids = first(file, 'Document').lookup(PDFName.of('K'), PDFArray);
      const paragraphs = kids.asArray().filter((kid) => kid instanceof PDFRef && role(file, kid) === 'P');
      const [a, b] = paragraphs.slice(-2).map((kid) => kids.asArray().indexOf(kid));
      const [first_, second] = [kids.get(a ?? 0), kids.get(b ?? 0)];
      kids.set(a ?? 0, second);
      kids.set(b ?? 0, first_);
    });
    const structure = await readStructure(swapped);
    expect(structure.faults).toEqual([]);
    expect(outOfOrder(structure, good.document)).toHaveLength(1);
  });
});

async function altered(bytes: Uint8Array, change: (file: PDFDocument) => void): Promise<Uint8Array> {
  const file = await PDFDocument.load(bytes, { updateMetadata: false });
  change(file);
  return file.save({ useObjectStreams: false });
}

function all(file: PDFDocument, wanted: string): PDFDict[] {
  return file.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []))
    .filter((one) => one.get(PDFName.of('S')) === PDFName.of(wanted));
}

function first(file: PDFDocument, wanted: string): PDFDict {
  const [found] = all(file, wanted);
  if (!found) throw new Error(`no ${wanted} in the file`);
  return found;
}

function role(file: PDFDocument, ref: PDFRef): string {
  return file.context.lookup(ref, PDFDict).get(PDFName.of('S'))?.toString().slice(1) ?? '';
}
