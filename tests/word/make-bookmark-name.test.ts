import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeBookmarkName } from '../../src/word/make-bookmark-name.js';

test.each([
  ['confidence', 'confidence'],
  ['rise-in-confidence', 'rise_in_confidence'],
  ['q3', 'q3'],
])('names the bookmark of %s for its label', (label, name) => {
  expect(makeBookmarkName(label)).toBe(name);
});

test.each(['3-years', 'rise_in', 'rise--in', 'Confidence', 'élan', '', '---', 'a'.repeat(41)])(
  'ends the name of "%s" with a hash, because the label is changed',
  (label) => {
    expect(makeBookmarkName(label)).toMatch(/^[A-Za-z]\w*__[0-9a-f]{8}$/);
  },
);

test('makes names that Word accepts from any label', () => {
  fc.assert(
    fc.property(fc.string(), (label) => {
      expect(makeBookmarkName(label)).toMatch(/^[A-Za-z]\w{0,39}$/);
    }),
  );
});

test('gives different labels different names, also where Word ignores case', () => {
  const letters = fc.constantFrom('a', 'B', 'b', '1', '-', '_', ' ');
  const label = fc.string({ unit: letters, maxLength: 8 });
  fc.assert(
    fc.property(label, label, (first, second) => {
      fc.pre(first !== second);
      expect(makeBookmarkName(first).toLowerCase()).not.toBe(makeBookmarkName(second).toLowerCase());
    }),
  );
});
