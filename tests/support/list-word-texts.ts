import type { WordBlock, WordFile, WordNote, WordParagraph } from '../../src/word/read/word-file.js';

/** Styles of texts that the program adds to those of the document. */
const ADDED = ['Changes', 'ContentsTitle', 'TOC1'];

export interface WordTexts {
  /** Each paragraph with its automatic number and with the numbers of footnotes, in reading order. */
  body: string[];
  /** Each footnote with its number. */
  footnotes: string[];
}

/** Lists the texts of a Word file as a reader sees them. Word counts the footnotes whose number is not typed. */
export function listWordTexts({ body }: Pick<WordFile, 'body'>): WordTexts {
  const paragraphs = body.flatMap(listParagraphs).filter(({ style }) => !ADDED.includes(style?.id ?? ''));
  const numbers = new Map<string, string>();
  const notes: WordNote[] = [];
  for (const { runs } of paragraphs)
    runs.forEach(({ note }, index) => {
      if (!note) return;
      notes.push(note);
      const isTyped = /^\d/.test(runs[index + 1]?.text ?? '');
      const counted = [...numbers.values()].filter((number) => number !== '').length;
      numbers.set(note.id, isTyped ? '' : String(counted + 1));
    });
  return {
    body: paragraphs
      .map((paragraph) => readParagraph(paragraph, numbers).trim())
      .filter((text) => text !== ''),
    footnotes: notes.map(({ id, blocks }) =>
      [numbers.get(id), ...blocks.flatMap(listParagraphs).map((part) => readParagraph(part, numbers))].join(
        ' ',
      ),
    ),
  };
}

function listParagraphs(block: WordBlock): WordParagraph[] {
  if (block.kind === 'paragraph') return [block];
  return block.rows.flatMap(({ cells }) => cells.flatMap(({ blocks }) => blocks.flatMap(listParagraphs)));
}

function readParagraph(
  { numbering, style, runs }: WordParagraph,
  notes: ReadonlyMap<string, string>,
): string {
  const isItem = style?.id === 'ListItem' || style?.id === 'FieldValue';
  const number = numbering && !numbering.isBullet && !isItem ? `${numbering.text ?? '?'} ` : '';
  return `${number}${runs.map(({ text, note }) => (note ? (notes.get(note.id) ?? '') : text)).join('')}`;
}
