import type { PDFDocumentClass } from 'pdfmake/js/PDFDocument.js';
import { formatNumber } from '../text/encode-text.js';
import { showText } from '../text/show-text.js';
import { parseDrawing, type DrawingElement } from './parse-drawing.js';
import { tracePath, traceRectangle } from './trace-path.js';

/** The place and size of a drawing on the page, in points from its top left corner. */
interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * Draws a chart or a diagram as operators of PDF. pdfmake's own library reads any SVG, but takes several times as long, and makes
 * a transparent group with a mask of each clip path.
 */
export function drawDrawing(pdf: PDFDocumentClass, svg: string, frame: Frame): void {
  const drawing = parseDrawing(svg);
  const [, , width = 1, height = 1] = listNumbers(drawing.attributes['viewBox']);
  const scale = [frame.width / width, 0, 0, frame.height / height, frame.x, frame.y];
  pdf.addContent(`${scale.map(formatNumber6).join(' ')} cm\n${traceRectangle(0, 0, width, height, 0)} W n`);
  drawAll(pdf, drawing.children, findClipPaths(drawing));
}

type ClipPaths = Map<string, string>;

function findClipPaths({ children }: DrawingElement): ClipPaths {
  const definitions = listElements(children).filter(({ name }) => name === 'defs');
  return new Map(
    definitions.flatMap((defs) =>
      listElements(defs.children).map(({ attributes, children }) => [
        `url(#${attributes['id'] ?? ''})`,
        listElements(children)[0]?.attributes['d'] ?? '',
      ]),
    ),
  );
}

function drawAll(pdf: PDFDocumentClass, children: DrawingElement['children'], clips: ClipPaths): void {
  for (const element of listElements(children)) drawElement(pdf, element, clips);
}

function drawElement(pdf: PDFDocumentClass, element: DrawingElement, clips: ClipPaths): void {
  const { name, attributes, children } = element;
  switch (name) {
    case 'defs':
      return;
    case 'g':
      drawGroup(pdf, element, clips);
      return;
    case 'path':
      drawShape(pdf, tracePath(attributes['d'] ?? ''), attributes);
      return;
    case 'rect': {
      const [x, y, width, height, radius] = ['x', 'y', 'width', 'height', 'rx'].map((key) =>
        Number(attributes[key] ?? 0),
      ) as [number, number, number, number, number];
      drawShape(pdf, traceRectangle(x, y, width, height, radius), attributes);
      return;
    }
    case 'text':
      drawText(pdf, attributes, children);
      return;
    default:
      throw new Error(`internal error: a drawing has an element "${name}"`);
  }
}

function drawGroup(pdf: PDFDocumentClass, { attributes, children }: DrawingElement, clips: ClipPaths): void {
  const { 'clip-path': clip } = attributes;
  if (clip === undefined) {
    drawAll(pdf, children, clips);
    return;
  }
  const path = clips.get(clip);
  if (path === undefined) throw new Error(`internal error: a drawing has no clip path "${clip}"`);
  pdf.addContent(`q\n${tracePath(path)} W n`);
  drawAll(pdf, children, clips);
  pdf.addContent('Q');
}

/** Fills and strokes a path. Without either it would be black in SVG, which our drawings never mean. */
function drawShape(pdf: PDFDocumentClass, path: string, attributes: Record<string, string>): void {
  const { fill = 'none', stroke = 'none' } = attributes;
  const isFilled = fill !== 'none';
  const isStroked = stroke !== 'none';
  if (path === '' || (!isFilled && !isStroked)) return;
  const opacities = [attributes['fill-opacity'], attributes['stroke-opacity']].map((value) =>
    Number(value ?? 1),
  );
  const isClear = opacities.some((opacity) => opacity < 1);
  if (isClear) {
    pdf.addContent('q');
    pdf._doOpacity(opacities[0] ?? 1, opacities[1] ?? 1);
  }
  if (isFilled) pdf.addContent(`${formatColour(fill)} rg`);
  if (isStroked) pdf.addContent(`${formatColour(stroke)} RG\n${formatPen(attributes)}`);
  pdf.addContent(`${path}\n${isFilled && isStroked ? 'B' : isFilled ? 'f' : 'S'}`);
  if (isClear) pdf.addContent('Q');
}

const CAPS: Record<string, number> = { butt: 0, round: 1, square: 2 };
const JOINS: Record<string, number> = { miter: 0, round: 1, bevel: 2 };

function formatPen(attributes: Record<string, string>): string {
  const dashes = listNumbers(attributes['stroke-dasharray']).map(formatNumber).join(' ');
  return [
    `${formatNumber(Number(attributes['stroke-width'] ?? 1))} w`,
    `${CAPS[attributes['stroke-linecap'] ?? 'butt'] ?? 0} J`,
    `${JOINS[attributes['stroke-linejoin'] ?? 'miter'] ?? 0} j`,
    `[${dashes}] ${formatNumber(Number(attributes['stroke-dashoffset'] ?? 0))} d`,
  ].join(' ');
}

/** Draws a text whose parts may be in different typefaces. A space after it keeps copied texts apart. */
function drawText(
  pdf: PDFDocumentClass,
  attributes: Record<string, string>,
  children: DrawingElement['children'],
): void {
  const { transform, fill = '' } = attributes;
  const size = Number(attributes['font-size']);
  const isBold = attributes['font-weight'] === 'bold';
  const y = Number(attributes['y']);
  let x = Number(attributes['x']);
  pdf.addContent(
    `${transform === undefined ? '' : `q\n${listNumbers(transform).join(' ')} cm\n`}${formatColour(fill)} rg`,
  );
  children.forEach((child, index) => {
    const part =
      typeof child === 'string'
        ? child
        : child.children.filter((inner) => typeof inner === 'string').join('');
    const family = (typeof child === 'string' ? attributes : child.attributes)['font-family'] ?? '';
    const font = pdf.provideFont(family, isBold, false);
    const text = index === children.length - 1 ? `${part} ` : part;
    showText(pdf, text, { font, size, x, y });
    x += font.widthOfString(part, size);
  });
  if (transform !== undefined) pdf.addContent('Q');
}

/** Writes "#0b3c6f" as red, green and blue from 0 to 1. */
function formatColour(colour: string): string {
  const [, ...parts] = /^#(..)(..)(..)$/.exec(colour) ?? [];
  if (parts.length !== 3) throw new Error(`internal error: a drawing has the colour "${colour}"`);
  return parts.map((part) => formatNumber(Number.parseInt(part, 16) / 255)).join(' ');
}

function listNumbers(text: string | undefined): number[] {
  return Array.from((text ?? '').matchAll(/-?[\d.]+(?:e-?\d+)?/g), ([number]) => Number(number));
}

/** Writes a factor with six decimals, because it multiplies lengths of up to thousands of units. */
function formatNumber6(value: number): string {
  return String(Math.round(value * 1e6) / 1e6);
}

function listElements(children: DrawingElement['children']): DrawingElement[] {
  return children.filter((child) => typeof child === 'object');
}
