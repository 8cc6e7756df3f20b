import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { groupBy } from '../../src/model/group-by.js';
import type { Theme } from '../../src/model/theme.js';
import { listPieces, readStructure, walkElements, type Structure } from '../support/read-structure.js';
import { buildNewest } from '../support/build-newest.js';
import { readPdf } from '../support/read-pdf.js';
import { copyProject, type Copy } from '../support/run-papers.js';
import { writeLongEstates } from '../support/write-long-words.js';
import { papersOfAllShapes } from '../support/papers-of-all-shapes.js';

/** A run of text on a page, in points from its top left corner. */
interface Piece {
  text: string;
  left: number;
  right: number;
  /** The base line. */
  y: number;
}

interface ReadPage {
  width: number;
  height: number;
  pieces: Piece[];
}

/** A tolerance in points: some letters reach a little over their width. */
const OVERHANG = 1;

const SHAPES: typeof papersOfAllShapes = [
  ...papersOfAllShapes,
  ['a table with long words above its headings', copyLongHeads],
  ['forty charts', copyFortyCharts],
];

function copyLongHeads(): Copy {
  const copy = copyProject('tests/papers/estates-review');
  writeLongEstates(copy, { hasHeads: true });
  return copy;
}

function copyFortyCharts(): Copy {
  const copy = copyProject('tests/papers/estates-review');
  const names = Array.from({ length: 40 }, (_, index) => `chart-${index + 1}`);
  const makeChart = (name: string): string =>
    `  ${name}: { kind: trend, title: "Warmth stands at {{measures.warmth.value}}", subtitle: Staff, alternative: A line., measures: [warmth] }\n`;
  copy.change('templates/estates-review/charts.yaml', (text) => text + names.map(makeChart).join(''));
  copy.change(
    'templates/estates-review/sections/condition.md.hbs',
    (text) => text + names.map((name) => `\n\n{{chart "${name}"}}\n`).join(''),
  );
  return copy;
}

describe.each(SHAPES)('the pages of %s', (_name, copyPaper) => {
  let pages: ReadPage[];
  let theme: Theme;
  beforeAll(async () => {
    const { root, remove } = copyPaper();
    const built = await buildNewest(root);
    remove();
    theme = built.theme;
    pages = await readPages(built.pdf);
  });

  test('have every letter within the margins', () => {
    const { left, right } = theme.page.margins;
    const outside = pages.flatMap(({ width, height, pieces }, index) =>
      pieces
        .filter((piece) => {
          const isBeside = piece.left < left - OVERHANG || piece.right > width - right + OVERHANG;
          return isBeside || piece.y < 0 || piece.y > height;
        })
        .map(({ text }) => `page ${index + 1}: ${text}`),
    );
    expect(outside).toEqual([]);
  });

  test('are never blank', () => {
    const blank = pages.flatMap((page, index) => (listText(page, theme).length === 0 ? [index + 1] : []));
    expect(blank).toEqual([]);
  });
});

describe('the pages of the reference paper', () => {
  let pages: ReadPage[];
  let structure: Structure;
  let theme: Theme;
  beforeAll(async () => {
    const built = await buildNewest('.');
    theme = built.theme;
    pages = await readPages(built.pdf);
    structure = await readStructure(built.pdf);
  });

  test('have table heads of at most three lines, and terms such as "p-value" on one', () => {
    const heads = [...walkElements(structure.root)]
      .filter(({ role, attributes }) => role === 'TH' && attributes['Scope'] !== 'Row')
      .map((head) => new Set(listPieces(head).flatMap(({ lines }) => lines.map(Math.round))).size);
    expect(heads.length).toBeGreaterThan(20);
    expect(Math.max(...heads)).toBeLessThanOrEqual(3);
    expect(
      pages
        .flatMap((page) => listText(page, theme))
        .filter(({ text }) => /(^|\P{L})\p{L}-$/u.test(text.trim())),
    ).toEqual([]);
  });

  test('have the summary, the recommendation, the key figures and the contents on the first page', () => {
    const [first] = pages;
    const texts = (first ? listText(first, theme) : []).map(({ text }) => text);
    for (const text of ['Summary', 'Recommendation', '64%', 'Contents']) expect(texts).toContain(text);
  });

  test('are full, except the last', () => {
    const { top, bottom } = theme.page.margins;
    const empty = pages.slice(0, -1).flatMap((page, index) => {
      const end = Math.max(...listText(page, theme).map(({ y }) => y));
      const share = (page.height - bottom - end) / (page.height - top - bottom);
      return share > 0.15 ? [`page ${index + 1}: ${Math.round(share * 100)}% empty`] : [];
    });
    expect(empty).toEqual([]);
  });

  test('have lines of 66 to 78 characters', () => {
    const lengths = pages.flatMap((page) => listFullLines(page, theme)).sort((a, b) => a - b);
    expect(lengths.length).toBeGreaterThan(100);
    const median = lengths[Math.floor(lengths.length / 2)];
    expect(median).toBeGreaterThanOrEqual(66);
    expect(median).toBeLessThanOrEqual(78);
  });
});

test('lines of running text end neither within names, dates and amounts nor before a short last word', async () => {
  const copy = copyProject('tests/papers/parks-update');
  const start = 'a word or two more '.repeat(3);
  const names = ['£5 million', '12 July', 'Mr Example', 'Table 9', '40 mph', 'Cllr J. Sample'];
  // Each text starts one letter later than the one before, so that every name meets the end of a line.
  const texts = names.flatMap((name) =>
    Array.from(
      { length: 24 },
      (_, index) => `- ${start}${'x'.repeat(index)} ${name} and so it goes on to the end.`,
    ),
  );
  copy.change(
    'templates/parks-update/sections/progress.md.hbs',
    (text) => `${text}\n\n${texts.join('\n')}\n`,
  );
  const { pdf } = await buildNewest(copy.root);
  copy.remove();
  const { pages } = await readPdf(pdf);
  const text = pages.map((page) => page.text).join('\n');
  for (const name of names) expect(text.split(name).length - 1, name).toBe(24);
  expect(text).not.toContain('\u00a0');
  expect(text.split('\n').filter((line) => /^end\.$/.test(line.trim()))).toEqual([]);
});

/** Lists the pieces between the running head and foot. */
function listText({ height, pieces }: ReadPage, { page: { margins } }: Theme): Piece[] {
  return pieces.filter(({ y }) => y > margins.top && y < height - margins.bottom + 2);
}

/** Lists the number of characters in each line of a paragraph that reaches the right margin. */
function listFullLines(page: ReadPage, theme: Theme): number[] {
  const start = theme.page.margins.left + theme.text.hang;
  const end = page.width - theme.page.margins.right;
  const lines = groupBy(listText(page, theme), ({ y }) => String(Math.round(y)));
  return [...lines.values()].flatMap((pieces) => {
    const text = pieces.filter(({ left }) => left >= start - 1);
    const first = Math.min(...text.map(({ left }) => left));
    const last = Math.max(...text.map(({ right }) => right));
    const isFull = Math.abs(first - start) < 1 && last > end - 20 && text.length <= 3;
    return isFull
      ? [
          text
            .map((piece) => piece.text)
            .join('')
            .trim().length,
        ]
      : [];
  });
}

async function readPages(bytes: Uint8Array): Promise<ReadPage[]> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  return Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index): Promise<ReadPage> => {
      const page = await pdf.getPage(index + 1);
      const { width, height } = page.getViewport({ scale: 1 });
      const { items } = await page.getTextContent();
      const pieces = items.flatMap((item): Piece[] => {
        if (!('str' in item) || item.str.trim() === '') return [];
        const [, turn, , , left = 0, up = 0] = item.transform as number[];
        if (turn !== 0) return []; // the draft mark, or the name of an axis
        return [{ text: item.str, left, right: left + item.width - measureSpace(item), y: height - up }];
      });
      return { width, height, pieces };
    }),
  );
}

/** Returns the width of a space at the end of a line, which is not seen. */
function measureSpace({ str, height }: { str: string; height: number }): number {
  return str.endsWith(' ') ? height * 0.2 : 0;
}
