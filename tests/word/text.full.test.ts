import { afterAll, describe, expect, test } from 'vitest';
import type { Block } from '../../src/model/blocks/block.js';
import type { Document } from '../../src/model/document.js';
import { listBlocks } from '../../src/model/list-sections.js';
import { readWordFile } from '../../src/word/read/read-word-file.js';
import { findWordFaults } from '../support/find-word-faults.js';
import { listDocumentTexts } from '../support/list-document-texts.js';
import { listWordTexts } from '../support/list-word-texts.js';
import { papersOfAllShapes } from '../support/papers-of-all-shapes.js';
import { writeWordFile } from '../support/write-word-file.js';

const copies: { remove: () => void }[] = [];
afterAll(() => copies.forEach((copy) => copy.remove()));

describe.each(papersOfAllShapes)('the Word document of %s', (_name, copy) => {
  test('has the words of the paper, with the numbers that it prints', async () => {
    const project = copy();
    copies.push(project);
    const { document, bytes } = await writeWordFile(project.root);
    const { value, problems } = readWordFile('paper.docx', bytes);
    expect(problems).toEqual([]);
    expect(findWordFaults(bytes)).toEqual([]);
    const texts = listWordTexts({ body: value?.body ?? [] });
    expect(toWords(texts.body, document)).toEqual(
      toWords(listDocumentTexts({ ...withoutFootnotes(document), contents: false }), document),
    );
    expect(texts.footnotes.map(unify)).toEqual(listFootnoteTexts(document).map(unify));
  });
});

function withoutFootnotes(document: Document): Document {
  const strip = (section: Document['sections'][number]): Document['sections'][number] => ({
    ...section,
    blocks: section.blocks.filter(({ kind }) => kind !== 'footnote'),
  });
  return { ...document, sections: document.sections.map(strip), appendices: document.appendices.map(strip) };
}

function listFootnoteTexts(document: Document): string[] {
  const blocks = listBlocks(document).filter(({ kind }) => kind === 'footnote');
  return blocks.flatMap((block) =>
    listDocumentTexts({
      ...document,
      header: { ...document.header, fields: [] },
      sections: [],
      appendices: [makeSection(block)],
    }).slice(-1),
  );
}

function makeSection(block: Block): Document['sections'][number] {
  return { id: 'notes', anchor: 'notes', number: null, title: 'Notes', blocks: [block], place: block.place };
}

/** Splits texts into words. A table with two rows of headings has them in another order, so that the words are sorted. */
function toWords(texts: string[], document: Document): string[] {
  const words = texts.flatMap((text) => unify(text).split(' ')).filter((word) => word !== '');
  const hasHeads = listBlocks(document).some((block) => block.kind === 'table' && block.heads);
  return hasHeads ? words.sort() : words;
}

function unify(text: string): string {
  return text.replaceAll('\u00ad', '').replace(/\s+/g, ' ').trim();
}
