import type { Font } from 'fontkit';
import { parseDrawing, type DrawingElement } from '../pdf/drawings/parse-drawing.js';
import type { Drawing } from '../model/drawing.js';
import { Canvas, type Paint } from './canvas.js';
import { encodePng } from './encode-png.js';
import { fillCoverage, type Coverage, type Point } from './fill-coverage.js';
import { flattenPath, parsePath, type PathStep } from './flatten-path.js';
import { outlineStroke, type Pen } from './outline-stroke.js';
import { outlineText } from './outline-text.js';

/** Returns the font of a family in a drawing. */
export type FindFont = (family: string, isBold: boolean) => Font;

/** Pixels for each point of the printed size: 288 to an inch, as sharp as print. */
const PIXELS_PER_POINT = 4;

/** A matrix as SVG and PDF write it: x' = a x + c y + e, y' = b x + d y + f. */
type Matrix = readonly [number, number, number, number, number, number];

interface Scene {
  canvas: Canvas;
  matrix: Matrix;
  mask: Coverage | null;
  clips: ReadonlyMap<string, string>;
  findFont: FindFont;
}

/** Paints a chart or a diagram of this program as a PNG on white. */
export function paintDrawing({ svg, width, height }: Drawing, findFont: FindFont): Uint8Array {
  const drawing = parseDrawing(svg);
  const [, , viewWidth = 1, viewHeight = 1] = listNumbers(drawing.attributes['viewBox']);
  const canvas = new Canvas(Math.ceil(width * PIXELS_PER_POINT), Math.ceil(height * PIXELS_PER_POINT));
  const matrix: Matrix = [canvas.width / viewWidth, 0, 0, canvas.height / viewHeight, 0, 0];
  paintAll(drawing.children, { canvas, matrix, mask: null, clips: findClips(drawing), findFont });
  return encodePng(canvas);
}

function findClips({ children }: DrawingElement): ReadonlyMap<string, string> {
  const definitions = listElements(children).filter(({ name }) => name === 'defs');
  return new Map(
    definitions.flatMap((defs) =>
      listElements(defs.children).map(({ attributes, children: paths }): [string, string] => [
        `url(#${attributes['id'] ?? ''})`,
        listElements(paths)[0]?.attributes['d'] ?? '',
      ]),
    ),
  );
}

function paintAll(children: DrawingElement['children'], scene: Scene): void {
  for (const element of listElements(children)) paintElement(element, scene);
}

function paintElement(element: DrawingElement, scene: Scene): void {
  const { name, attributes, children } = element;
  switch (name) {
    case 'defs':
      return;
    case 'g':
      paintAll(children, { ...scene, mask: findMask(attributes['clip-path'], scene) });
      return;
    case 'path':
      paintShape(parsePath(attributes['d'] ?? ''), attributes, scene);
      return;
    case 'rect': {
      const [x, y, width, height, radius] = ['x', 'y', 'width', 'height', 'rx'].map((key) =>
        Number(attributes[key] ?? 0),
      ) as [number, number, number, number, number];
      paintShape(traceRectangle(x, y, width, height, radius), attributes, scene);
      return;
    }
    case 'text':
      paintText(element, scene);
      return;
    default:
      throw new Error(`internal error: a drawing has an element "${name}"`);
  }
}

/** Returns the area to which a clip path limits the drawing. */
function findMask(clip: string | undefined, { canvas, matrix, mask, clips }: Scene): Coverage | null {
  if (clip === undefined) return mask;
  const lines = flattenPath(parsePath(clips.get(clip) ?? ''), (point) => transform(matrix, point));
  return fillCoverage(
    lines.map(({ points }) => points),
    canvas.width,
    canvas.height,
  );
}

function paintShape(steps: PathStep[], attributes: Record<string, string>, scene: Scene): void {
  const { canvas, matrix, mask } = scene;
  const lines = flattenPath(steps, (point) => transform(matrix, point));
  const { fill = 'none', stroke = 'none' } = attributes;
  if (fill !== 'none')
    canvas.fill(
      lines.map(({ points }) => points),
      makePaint(fill, attributes['fill-opacity']),
      mask,
    );
  if (stroke !== 'none') {
    const pen = makePen(attributes, matrix[0]);
    canvas.fill(
      lines.flatMap((line) => outlineStroke(line, pen)),
      makePaint(stroke, attributes['stroke-opacity']),
      mask,
    );
  }
}

function makePen(attributes: Record<string, string>, scale: number): Pen {
  return {
    width: Number(attributes['stroke-width'] ?? 1) * scale,
    cap: (attributes['stroke-linecap'] ?? 'butt') as Pen['cap'],
    join: (attributes['stroke-linejoin'] ?? 'miter') as Pen['join'],
    dashes: listNumbers(attributes['stroke-dasharray']).map((length) => length * scale),
    dashOffset: Number(attributes['stroke-dashoffset'] ?? 0) * scale,
  };
}

/** Paints a text whose parts may be in different typefaces. */
function paintText({ attributes, children }: DrawingElement, scene: Scene): void {
  const size = Number(attributes['font-size']);
  const isBold = attributes['font-weight'] === 'bold';
  const numbers = listNumbers(attributes['transform']);
  const matrix = numbers.length === 6 ? multiply(scene.matrix, numbers as unknown as Matrix) : scene.matrix;
  const paint = makePaint(attributes['fill'] ?? '#000000', undefined);
  let x = Number(attributes['x']);
  for (const child of children) {
    const isText = typeof child === 'string';
    const text = isText ? child : child.children.filter((inner) => typeof inner === 'string').join('');
    const family = (isText ? attributes : child.attributes)['font-family'] ?? '';
    const { steps, width } = outlineText(scene.findFont(family, isBold), text, {
      ...{ size, x },
      y: Number(attributes['y']),
    });
    const lines = flattenPath(steps, (point) => transform(matrix, point));
    scene.canvas.fill(
      lines.map(({ points }) => points),
      paint,
      scene.mask,
    );
    x += width;
  }
}

/** The share of a radius by which the handles of a quarter circle reach beyond its ends. */
const QUARTER = 0.5523;

function traceRectangle(x: number, y: number, width: number, height: number, radius: number): PathStep[] {
  const [right, bottom, reach] = [x + width, y + height, radius * (1 - QUARTER)];
  const line = (...numbers: number[]): PathStep => ({ step: 'L', numbers });
  const curve = (...numbers: number[]): PathStep => ({ step: 'C', numbers });
  const end: PathStep = { step: 'Z', numbers: [] };
  if (radius === 0)
    return [{ step: 'M', numbers: [x, y] }, line(right, y), line(right, bottom), line(x, bottom), end];
  return [
    { step: 'M', numbers: [x + radius, y] },
    line(right - radius, y),
    curve(right - reach, y, right, y + reach, right, y + radius),
    line(right, bottom - radius),
    curve(right, bottom - reach, right - reach, bottom, right - radius, bottom),
    line(x + radius, bottom),
    curve(x + reach, bottom, x, bottom - reach, x, bottom - radius),
    line(x, y + radius),
    curve(x, y + reach, x + reach, y, x + radius, y),
    end,
  ];
}

function makePaint(colour: string, opacity: string | undefined): Paint {
  const parts = (/^#(..)(..)(..)$/.exec(colour) ?? []).slice(1);
  if (parts.length !== 3) throw new Error(`internal error: a drawing has the colour "${colour}"`);
  const [red = 0, green = 0, blue = 0] = parts.map((part) => Number.parseInt(part, 16) / 255);
  return { colour: [red, green, blue], opacity: Number(opacity ?? 1) };
}

function transform([a, b, c, d, e, f]: Matrix, [x, y]: Point): Point {
  return [a * x + c * y + e, b * x + d * y + f];
}

function multiply([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [
    ...([a * g + c * h, b * g + d * h] as const),
    ...([a * i + c * j, b * i + d * j] as const),
    ...([a * k + c * l + e, b * k + d * l + f] as const),
  ];
}

function listNumbers(text: string | undefined): number[] {
  return Array.from((text ?? '').matchAll(/-?[\d.]+(?:e-?\d+)?/g), ([number]) => Number(number));
}

function listElements(children: DrawingElement['children']): DrawingElement[] {
  return children.filter((child) => typeof child === 'object');
}
