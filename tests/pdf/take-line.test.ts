import { expect, test } from 'vitest';
import { takeLine } from '../../src/pdf/text/take-line.js';
import { Word } from '../../src/pdf/text/word.js';

/** Each character is 2 points wide. */
const font = { widthOfString: (text: string) => 2 * text.length };
interface Options {
  lineEnd?: boolean;
  noNewLine?: boolean;
  noWrap?: boolean;
  width?: number;
  font?: object;
}

const makeWord = (
  text: string,
  { lineEnd = false, noNewLine = false, width = 2 * text.length, ...style }: Options = {},
): Word =>
  new Word(
    text,
    { font, fontSize: 10, ...style } as unknown as Word['style'], // only what is measured
    width,
    0,
    text.endsWith(' ') ? 2 : 0,
    lineEnd,
    noNewLine,
  );

function takeLines(words: Word[], width: number): string[] {
  const lines: string[] = [];
  for (let line = takeLine(words, width); line; line = takeLine(words, width))
    lines.push(line.inlines.map(({ text, hyphenWidth }) => text + (hyphenWidth > 0 ? '-' : '')).join(''));
  return lines;
}

test('fills lines with the words that fit, without the space at the end', () => {
  expect(takeLines([makeWord('one '), makeWord('two '), makeWord('three')], 14)).toEqual([
    'one two ',
    'three',
  ]);
});

test('keeps words together that no line break may divide', () => {
  const words = [makeWord('one '), makeWord('two', { noNewLine: true }), makeWord('-three')];
  expect(takeLines(words, 20)).toEqual(['one ', 'two-three']);
});

test('ends a line after a forced break', () => {
  expect(takeLines([makeWord('one', { lineEnd: true }), makeWord('two')], 100)).toEqual(['one', 'two']);
});

test('cuts a word that is wider than a line', () => {
  expect(takeLines([makeWord('x'.repeat(1100)), makeWord(' end')], 900)).toEqual([
    'x'.repeat(450),
    'x'.repeat(450),
    `${'x'.repeat(200)} end`,
  ]);
});

test('puts at least one character on a line', () => {
  expect(takeLines([makeWord('xy')], 1)).toEqual(['x', 'y']);
});

test('never cuts a word that must stay whole', () => {
  expect(takeLines([makeWord('x'.repeat(50), { noWrap: true })], 10)).toEqual(['x'.repeat(50)]);
});

test('draws a hyphen where a line ends within a word, and none within a line', () => {
  const words = ['ac\u2027', 'com\u2027', 'mod\u2027', 'a\u2027', 'tion ', 'and'].map((text) =>
    makeWord(text, { width: 2 * text.replace('\u2027', '').length }),
  );
  expect(takeLines(words, 16)).toEqual(['accom-', 'modation ', 'and']);
});

test('leaves room for the hyphen', () => {
  const words = ['ab\u2027', 'cd\u2027', 'ef'].map((text) =>
    makeWord(text, { width: 2 * text.replace('\u2027', '').length }),
  );
  expect(takeLines(words, 8)).toEqual(['ab-', 'cdef']);
});

test('takes a word of any length in time that grows with its length', () => {
  let measured = 0;
  const counting = { widthOfString: (text: string) => ((measured += text.length), 2 * text.length) };
  expect(takeLines([makeWord('x'.repeat(30_000), { font: counting })], 200)).toHaveLength(300);
  expect(measured).toBeLessThan(30_000 * 100);
});
