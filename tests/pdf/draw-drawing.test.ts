import type { PDFDocumentClass } from 'pdfmake/js/PDFDocument.js';
import { expect, test } from 'vitest';
import { drawDrawing } from '../../src/pdf/drawings/draw-drawing.js';
import { parseDrawing } from '../../src/pdf/drawings/parse-drawing.js';

const FRAME = { x: 50, y: 100, width: 200, height: 100 };

/** Returns the operators of a drawing of 400 × 200 units, after those that place it. */
function draw(body: string): string[] {
  const content: string[] = [];
  const pdf = {
    addContent: (text: string) => content.push(...text.split('\n')),
    _doOpacity: (fill: number, stroke: number) => content.push(`opacity ${fill} ${stroke}`),
  } as unknown as PDFDocumentClass; // drawings without text need no more
  drawDrawing(pdf, `<svg width="200" height="100" viewBox="0 0 400 200">${body}</svg>`, FRAME);
  return content.slice(2);
}

test('places a drawing in its frame, and draws nothing outside', () => {
  const content: string[] = [];
  const pdf = { addContent: (text: string) => content.push(text) } as unknown as PDFDocumentClass;
  drawDrawing(pdf, '<svg width="200" height="100" viewBox="0 0 400 200"></svg>', FRAME);
  expect(content).toEqual(['0.5 0 0 0.5 50 100 cm\n0 0 400 200 re W n']);
});

test.each([
  [
    'fills a path',
    '<path d="M0 0L10 0L10 5Z" fill="#ff0000"/>',
    ['1 0 0 rg', '0 0 m', '10 0 l', '10 5 l', 'h', 'f'],
  ],
  [
    'strokes a dashed path',
    '<path d="M0 0L10 0" fill="none" stroke="#000000" stroke-width="2" stroke-dasharray="4 2" stroke-linecap="round"/>',
    ['0 0 0 RG', '2 w 1 J 0 j [4 2] 0 d', '0 0 m', '10 0 l', 'S'],
  ],
  [
    'writes a curve of one handle with two',
    '<path d="M0 0Q3 6 6 0" fill="none" stroke="#000000"/>',
    ['0 0 0 RG', '1 w 0 J 0 j [] 0 d', '0 0 m', '2 4 4 4 6 0 c', 'S'],
  ],
  [
    'clips a group',
    '<defs><clipPath id="a"><path d="M0 0L9 0L9 9Z"/></clipPath></defs><g clip-path="url(#a)"><rect x="1" y="2" width="3" height="4" fill="#0000ff"/></g>',
    ['q', '0 0 m', '9 0 l', '9 9 l', 'h W n', '0 0 1 rg', '1 2 3 4 re', 'f', 'Q'],
  ],
  [
    'keeps opacity to its own shape',
    '<rect x="0" y="0" width="1" height="1" fill="#ffffff" fill-opacity="0.5"/>',
    ['q', 'opacity 0.5 1', '1 1 1 rg', '0 0 1 1 re', 'f', 'Q'],
  ],
])('%s', (_title, body, operators) => {
  expect(draw(body)).toEqual(operators);
});

test.each([
  ['an element', '<circle r="3"/>', 'a drawing has an element "circle"'],
  ['a step of a path', '<path d="M0 0A1 1 0 0 0 2 2" fill="#000000"/>', 'a drawing has a path with "A"'],
  ['a colour', '<path d="M0 0L1 1" fill="red"/>', 'a drawing has the colour "red"'],
  ['a clip path', '<g clip-path="url(#b)"></g>', 'a drawing has no clip path "url(#b)"'],
])('throws for %s that no drawing has', (_title, body, message) => {
  expect(() => draw(body)).toThrow(message);
});

test('reads texts with their signs', () => {
  const { children } = parseDrawing(
    '<svg><text x="1">A &amp; B &lt; <tspan font-family="F">▲</tspan></text></svg>',
  );
  expect(children).toEqual([
    {
      name: 'text',
      attributes: { x: '1' },
      children: ['A & B < ', { name: 'tspan', attributes: { 'font-family': 'F' }, children: ['▲'] }],
    },
  ]);
});
