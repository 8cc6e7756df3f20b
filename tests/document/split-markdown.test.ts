import type { Nodes, Root } from 'mdast';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makePlainFragment } from '../../src/model/fragment.js';
import { makePlaceholder } from '../../src/model/placeholder.js';
import { parseMarkdown } from '../../src/document/parse-markdown.js';
import { parsePlainParagraph } from '../../src/document/parse-plain-paragraph.js';
import { splitMarkdown } from '../../src/document/split-markdown.js';

const PLACE = { file: 'text.md', line: 1, column: 1 };

/** A reference to a definition that no text uses stops the split, and adds no node but its own. */
const UNSPLIT = '\n\n[never-cited]: https://example.org\n';

function parse(markdown: string): Root {
  return parseMarkdown({ ...makePlainFragment('', PLACE), markdown });
}

/** Parses the whole text at once, without the definition that prevents the split. */
function parseWhole(markdown: string): Nodes[] {
  expect(splitMarkdown(markdown + UNSPLIT)).toHaveLength(1);
  return parse(markdown + UNSPLIT).children.slice(0, -1);
}

/** Lists the templates of all invented papers and of the reference paper. */
function listTemplates(): string[] {
  return ['templates', 'tests/papers', 'docs/sample'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.md.hbs'))
      .map((path) => join(folder, path)),
  );
}

const PIECES = [
  'A paragraph', 'word', '\n', '\n\n', '\n\n\n', '    ', '  ', '- ', '* ', '1. ', '> ', '# ', '---', '===', '| a | b |\n|---|---|\n| c | d |',
  'a | b\n--|--\nc | d', ': Caption {#tbl-a}', '![x](a.png)', '*', '**', '_', '`', '[a](b)', '[a]', 'https://example.org', '\\', '\t', 'é', makePlaceholder(7), ' \n', '+ ', '\n\nA', '\n\nB', '\n\n## C\n\n', '\n# D\n', 'plain text.\n\n',
]; // prettier-ignore

test.each(listTemplates())('gives the same nodes for the parts of %s as for the whole', (path) => {
  const text = readFileSync(path, 'utf8');
  expect(parse(text).children).toEqual(parseWhole(text));
});

test('gives the same nodes for the parts of awkward texts as for the whole', () => {
  const texts = fc.array(fc.constantFrom(...PIECES), { minLength: 8, maxLength: 30 });
  fc.assert(
    fc.property(texts, (pieces) => {
      const text = pieces.join('');
      fc.pre(!text.includes('```')); // the definition that prevents the split would be code
      expect(parse(text).children).toEqual(parseWhole(text));
    }),
    { numRuns: 600 },
  );
});

/** Pieces that are or look like plain text. */
const PLAIN_PIECES = [
  'A paragraph', 'word', ' ', '  ', '\n', '\n', '\n\n', '.', ',', ' – ', '“so”', '1', '1.', '12)', '-', '+', '=', ':', '!', '^', '$', '/', '//', 'www', 'http:', '(',
  '\u00a0', '\u2028', 'é', makePlaceholder(0), makePlaceholder(7), '\ud800', '😀', '{', '}', '%', ';', '?', '"', "'", '\t', '&', 'Ω',
]; // prettier-ignore

test('gives the same nodes for plain paragraphs as the Markdown parser', () => {
  let plain = 0;
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PLAIN_PIECES), { minLength: 1, maxLength: 14 }), (pieces) => {
      const text = pieces.join('');
      if (parsePlainParagraph(text)) plain += 1;
      expect(parse(text).children).toEqual(parseWhole(text));
    }),
    { numRuns: 2000 },
  );
  expect(plain).toBeGreaterThan(100);
});

describe('splitMarkdown', () => {
  test('splits before each paragraph at the left edge, with its place', () => {
    expect(splitMarkdown('One.\n\n- two\n\nThree.\nfour\n \nFive.\n')).toEqual([
      { text: 'One.\n\n', offset: 0, lines: 0 },
      { text: '- two\n\n', offset: 6, lines: 2 },
      { text: 'Three.\nfour\n \n', offset: 13, lines: 4 },
      { text: 'Five.\n', offset: 27, lines: 7 },
    ]);
  });

  test('splits before and after a heading, but not after a list that may go on', () => {
    expect(splitMarkdown('- one\n\n## Two\n\n- three\n\n  more\n\n').map(({ text }) => text)).toEqual([
      '- one\n\n',
      '## Two\n\n',
      '- three\n\n  more\n\n',
    ]);
  });

  test('does not split a list that starts under a line of text', () => {
    expect(splitMarkdown('One:\n- two\n\n- three\n')).toHaveLength(1);
  });

  test('splits before a paragraph that starts with a placeholder, such as its label', () => {
    const paragraph = `${makePlaceholder(3)} Three.\n\n`;
    expect(splitMarkdown(paragraph + paragraph)).toEqual([
      { text: paragraph, offset: 0, lines: 0 },
      { text: paragraph, offset: paragraph.length, lines: 2 },
    ]);
  });

  test.each([
    ['a definition', '[a]: https://example.org\n\nText [a].'],
    ['a footnote', 'Text.[^1]\n\n[^1]: Note.'],
    ['a code fence', '```\na\n\nb\n```'],
    ['a fence of tildes', '~~~\na\n\nb\n~~~'],
    ['a line of HTML', '<!-- a\n\nb -->'],
    ['HTML in a list', '- <pre>\n\nText'],
  ])('does not split a text with %s', (_what, text) => {
    expect(splitMarkdown(text)).toHaveLength(1);
  });
});
