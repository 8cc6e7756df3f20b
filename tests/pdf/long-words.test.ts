import type { Inline } from 'pdfmake/js/LayoutBuilder.js';
import { expect, test } from 'vitest';
import { cutLongWord, joinLongWord } from '../../src/pdf/pages/long-words.js';

/** Each character is 2 points wide. */
const font = { widthOfString: (text: string) => 2 * text.length };
const makeWord = (text: string, rest = {}): Inline =>
  ({ text, width: 2 * text.length, font, fontSize: 10, ...rest }) as unknown as Inline; // only what is measured

test('cuts a long word to the characters that a line can need, and joins what is left over', () => {
  const word = makeWord('x'.repeat(1200));
  const line = { _inlines: [word] };
  const rest = cutLongWord(line, 400);
  expect(word).toMatchObject({ text: 'x'.repeat(500), width: 1000 });
  word.text = word.text.slice(200);
  joinLongWord(line, rest ?? '');
  expect(word).toMatchObject({ text: 'x'.repeat(1000), width: 2000 });
});

test.each([
  ['a shorter word', makeWord('x'.repeat(1000)), 400],
  ['a word that must not break', makeWord('x'.repeat(1200), { noWrap: true }), 400],
  ['a word whose start fits on the line', makeWord('x'.repeat(1200)), 1000],
])('leaves %s alone', (_, word, width) => {
  const before = { ...word };
  expect(cutLongWord({ _inlines: [word] }, width)).toBeNull();
  expect(word).toEqual(before);
});
