import { expect, test } from 'vitest';
import { joinTerms } from '../../../src/pdf/text/join-terms.js';

const join = (...texts: string[]): string[] =>
  joinTerms(texts.map((text) => ({ text, run: 0 }))).map(({ text }) => text);

test('keeps a term with a single letter and a hyphen together', () => {
  expect(join('Adjusted ', 'p-', 'value')).toEqual(['Adjusted ', 'p-value']);
  expect(join('(', 'p-', 'values ', 'below')).toEqual(['(', 'p-values ', 'below']);
});

test('lets a line end at other hyphens', () => {
  expect(join('anti-', 'social ')).toEqual(['anti-', 'social ']);
  expect(join('Kingston-', 'upon-', 'Thames')).toEqual(['Kingston-', 'upon-', 'Thames']);
});

test('joins no pieces of different runs, and none over the end of a line', () => {
  const pieces = [
    { text: 'p-', run: 0 },
    { text: 'value', run: 1 },
  ];
  expect(joinTerms(pieces)).toEqual(pieces);
  const lines = [
    { text: 'p-', run: 0, lineEnd: true },
    { text: 'value', run: 0 },
  ];
  expect(joinTerms(lines)).toEqual(lines);
});
