import { expect, test } from 'vitest';
import { anchorGiver, headingLevel, inScheme } from '../../src/document/numbering.js';
import { slugify } from '../../src/model/slugify.js';

test.each([
  [1, 'letters', 'A'],
  [26, 'letters', 'Z'],
  [27, 'letters', 'AA'],
  [53, 'letters', 'BA'],
  [12, 'numbers', '12'],
  [12, 'none', null],
] as const)('number %i in the scheme %s is %s', (n, scheme, expected) => {
  expect(inScheme(n, scheme)).toBe(expected);
});

test.each([
  [1, 1],
  [2, 1],
  [3, 2],
  [4, 3],
  [6, 3],
])('a Markdown heading of depth %i is of level %i below its section', (depth, level) => {
  expect(headingLevel(depth)).toBe(level);
});

test('anchors are plain, and each is given once', () => {
  const give = anchorGiver();
  expect([give(slugify('Public order: Café')), give(slugify('Public order – café')), give('')]).toEqual([
    'public-order-cafe',
    'public-order-cafe-2',
    'part',
  ]);
});
