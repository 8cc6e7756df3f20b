import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { composePages, type Box } from '../../src/pdf/pages/compose-pages.js';

interface Case {
  name: string;
  boxes: string[];
  pages: string[][];
}

const PAGE_HEIGHT = 100;
const cases = parse(readFileSync('tests/pdf/compose-pages.yaml', 'utf8')) as Case[];

/** Reads "name 20 space 5 float". The head of the YAML file lists the words. */
function readBox(text: string, names: readonly string[]): Box {
  const [, height, ...words] = text.split(' ');
  const numberAfter = (word: string): number | undefined =>
    words.includes(word) ? Number(words[words.indexOf(word) + 1]) : undefined;
  const breakCost = words.includes('page')
    ? -Infinity
    : words.includes('keep')
      ? Infinity
      : numberAfter('cost');
  const namesAfter = (word: string): number[] | undefined =>
    words.includes(word)
      ? words
          .slice(words.indexOf(word) + 1)
          .filter((name) => names.includes(name))
          .map((name) => names.indexOf(name))
      : undefined;
  const repeated = namesAfter('repeat');
  const footnotes = namesAfter('cites');
  return {
    height: Number(height),
    space: numberAfter('space') ?? 0,
    breakCost: breakCost ?? 0,
    spaceBelow: numberAfter('below') ?? 0,
    floats: words.includes('float'),
    stopsFloats: words.includes('stop'),
    startsSection: words.includes('section'),
    isOnlyRepeated: words.includes('only-repeated') || words.includes('rule'),
    isFootnote: words.includes('note'),
    isFootnoteRule: words.includes('rule'),
    ...(repeated && { repeated }),
    ...(footnotes && { footnotes }),
  };
}

test.each(cases.map((entry) => [entry.name, entry] as const))('%s', (_name, { boxes, pages }) => {
  const names = boxes.map((text) => text.split(' ')[0] ?? '');
  const composed = composePages(
    boxes.map((text) => readBox(text, names)),
    PAGE_HEIGHT,
  );
  expect(
    composed.map((page) =>
      page.map(({ box, y, isRepeated }) => `${isRepeated ? `[${names[box]}]` : names[box]} ${y}`),
    ),
  ).toEqual(pages);
});

const anyBoxes = fc.array(
  fc.record({
    height: fc.integer({ min: 1, max: 100 }),
    space: fc.integer({ min: 0, max: 20 }),
    spaceBelow: fc.integer({ min: 0, max: 20 }),
    breakCost: fc.oneof(fc.integer({ min: -20, max: 80 }), fc.constantFrom(Infinity, -Infinity, 0)),
    floats: fc.boolean(),
    stopsFloats: fc.boolean(),
    startsSection: fc.boolean(),
  }),
  { maxLength: 60 },
);

test('places every box once, on the page and apart from the others', () => {
  fc.assert(
    fc.property(anyBoxes, (boxes) => {
      const pages = composePages(boxes, PAGE_HEIGHT);
      const placed = pages.flatMap((page) => page.map(({ box }) => box));
      expect([...placed].sort((a, b) => a - b)).toEqual(boxes.map((_box, index) => index));
      for (const page of pages) {
        let bottom = 0;
        for (const { box, y } of page) {
          expect(y).toBeGreaterThanOrEqual(bottom);
          bottom = y + (boxes[box]?.height ?? 0);
        }
        expect(bottom).toBeLessThanOrEqual(PAGE_HEIGHT);
        expect(page.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 300 },
  );
});

test('keeps the text in order, and figures in order among themselves', () => {
  fc.assert(
    fc.property(anyBoxes, (boxes) => {
      const placed = composePages(boxes, PAGE_HEIGHT).flatMap((page) => page.map(({ box }) => box));
      for (const floats of [true, false]) {
        const order = placed.filter((index) => boxes[index]?.floats === floats);
        expect(order).toEqual([...order].sort((a, b) => a - b));
      }
    }),
    { numRuns: 300 },
  );
});

test('places every footnote once, not before the page that cites it, and below the text', () => {
  const anyNotes = fc.array(fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 3 }), { maxLength: 60 });
  fc.assert(
    fc.property(anyBoxes, anyNotes, (texts, notes) => {
      const boxes = addFootnotes(texts, notes);
      const pages = composePages(boxes, PAGE_HEIGHT);
      const pageOf = new Map(pages.flatMap((page, index) => page.map(({ box }) => [box, index] as const)));
      boxes.forEach(({ footnotes = [] }, index) => {
        for (const note of footnotes) expect(pageOf.get(note)).toBeGreaterThanOrEqual(pageOf.get(index) ?? 0);
      });
      for (const page of pages) {
        let bottom = 0;
        for (const { box, y } of page) {
          expect(y).toBeGreaterThanOrEqual(bottom - 0.01);
          bottom = y + (boxes[box]?.height ?? 0);
        }
        expect(bottom).toBeLessThanOrEqual(PAGE_HEIGHT + 0.01);
      }
      const placed = pages
        .flatMap((page) => page.map(({ box }) => box))
        .filter((box) => boxes[box]?.isFootnote);
      expect(placed).toEqual([...new Set(placed)]);
      expect(placed).toHaveLength(boxes.filter(({ isFootnote }) => isFootnote).length);
    }),
    { numRuns: 300 },
  );
});

/** Adds footnotes of the given heights to boxes, and the line above them. */
function addFootnotes(texts: readonly Box[], notes: readonly number[][]): Box[] {
  const heights = notes.slice(0, texts.length);
  let next = texts.length + 1;
  const cited = texts.map((box, index) => ({ ...box, footnotes: (heights[index] ?? []).map(() => next++) }));
  const aside = { space: 0, breakCost: 0 };
  return [
    ...cited,
    { ...aside, height: 3, isOnlyRepeated: true, isFootnoteRule: true },
    ...heights.flat().map((height) => ({ ...aside, height, isFootnote: true })),
  ];
}
