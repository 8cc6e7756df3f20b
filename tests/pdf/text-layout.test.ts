import LayoutBuilderModule from 'pdfmake/js/LayoutBuilder.js';
import type { PDFDocumentClass } from 'pdfmake/js/PDFDocument.js';
import StyleStackModule from 'pdfmake/js/StyleContextStack.js';
import TextInlinesModule from 'pdfmake/js/TextInlines.js';
import { expect, test } from 'vitest';
import { FastTextInlines } from '../../src/pdf/text/fast-text-inlines.js';
import { takeLine } from '../../src/pdf/text/take-line.js';

/** Each character is as wide as its code says, from 1 to 7 points at the size of 10. */
const measure = (text: string, size: number): number =>
  Array.from(text, (character) => 1 + (character.charCodeAt(0) % 7)).reduce((sum, width) => sum + width, 0) *
  (size / 10);
const makeFont = (name: string): object => ({
  name,
  widthOfString: measure,
  lineHeight: (size: number) => size,
});
const pdf = {
  provideFont: (_family: string, bold: boolean, italics: boolean) =>
    makeFont(`${bold ? 'bold' : ''}${italics ? 'italics' : ''}`),
} as unknown as PDFDocumentClass; // measuring needs no more

const PIECES = [
  'a',
  'in',
  'word',
  'words,',
  'long-term',
  'Kensington/Chelsea',
  '(see',
  '7%)',
  '–',
  '“no”',
  '\n',
  'x'.repeat(60),
];
const STYLES = [
  {},
  { bold: true },
  { italics: true, color: '#123456' },
  { fontSize: 8 },
  { noWrap: true },
  { sup: true },
];

function makeRandom(seed: number): (count: number) => number {
  let state = seed;
  return (count) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * count);
  };
}

function makeRuns(random: (count: number) => number): { text: string }[] {
  return Array.from({ length: 1 + random(4) }, () => ({
    text: Array.from({ length: 1 + random(9) }, () => PIECES[random(PIECES.length)] ?? '').join(
      random(5) ? ' ' : '',
    ),
    ...STYLES[random(STYLES.length)],
  }));
}

/** Lays out runs as pdfmake does, or by our own classes. Returns the words of each line with their places. */
function layOut(runs: { text: string }[], width: number, isOurs: boolean): object {
  const stack = new StyleStackModule.default(
    {},
    { font: 'F', fontSize: 10, lineHeight: 1.2, color: '#000000' },
  );
  const Inlines = isOurs ? FastTextInlines : TextInlinesModule.default;
  const measured = new Inlines(pdf).buildInlines(structuredClone(runs), stack);
  const { minWidth, maxWidth } = measured;
  const words = [...measured.items];
  const builder = { writer: { context: () => ({ availableWidth: width }) } };
  const next = (): ReturnType<typeof takeLine> =>
    isOurs
      ? takeLine(words, width)
      : LayoutBuilderModule.default.prototype.buildNextLine.call(builder as never, { _inlines: words });
  const lines: object[] = [];
  for (let line = next(); line; line = next())
    lines.push({
      height: round(line.getHeight()),
      isLast: line.lastLineInParagraph,
      words: line.inlines.map(({ text, x, color, fontSize, font }) => ({
        text,
        x: round(x),
        color,
        fontSize,
        font: JSON.stringify(font),
      })),
    });
  return { minWidth: round(minWidth), maxWidth: round(maxWidth), lines };
}

/** Sums of widths are not exact. */
const round = (value: number): number => Math.round(value * 1e6) / 1e6;

test('breaks and measures lines as pdfmake does', () => {
  const random = makeRandom(7);
  for (let count = 0; count < 400; count++) {
    const runs = makeRuns(random);
    const width = 30 + random(300);
    expect(layOut(runs, width, true), JSON.stringify({ runs, width })).toEqual(layOut(runs, width, false));
  }
});
