import { expect, test } from 'vitest';
import { createAnchorMaker } from '../../src/document/create-anchor-maker.js';
import { formatInScheme, getHeadingLevel } from '../../src/document/number-schemes.js';
import { slugify } from '../../src/model/slugify.js';

test.each([
  [1, 'letters', 'A'],
  [26, 'letters', 'Z'],
  [27, 'letters', 'AA'],
  [53, 'letters', 'BA'],
  [12, 'numbers', '12'],
  [12, 'none', null],
] as const)('formats number %i in the scheme %s as %s', (count, scheme, expected) => {
  expect(formatInScheme(count, scheme)).toBe(expected);
});

test.each([
  [1, 1],
  [2, 1],
  [3, 2],
  [4, 3],
  [6, 3],
])('gives a Markdown heading of depth %i the level %i inside its section', (depth, level) => {
  expect(getHeadingLevel(depth)).toBe(level);
});

test('makes plain anchors, each only once', () => {
  const makeAnchor = createAnchorMaker();
  expect([
    makeAnchor(slugify('Public order: Café')),
    makeAnchor(slugify('Public order – café')),
    makeAnchor(''),
  ]).toEqual(['public-order-cafe', 'public-order-cafe-2', 'part']);
});
