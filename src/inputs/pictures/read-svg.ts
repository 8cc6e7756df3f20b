import { FONT_FAMILY } from '../../fonts.js';
import { escapeXml, escapeXmlContent } from '../../markup/escape-xml.js';
import type { UsablePicture } from '../../model/picture-image.js';
import { checkSvgSize } from './check-svg-size.js';
import { parseSvg } from './parse-svg.js';
import { readText, type SvgElement } from './svg-element.js';
import { refuseDamaged, Unusable } from './unusable.js';

/** The largest file in megabytes. Drawings of this size hold pictures or a million points. */
const MAX_SIZE = 2;

/** The typeface of the paper, and what a browser without it shows instead. */
const FONTS = `${FONT_FAMILY}, 'Source Sans 3', 'Source Sans Pro', Arial, sans-serif`;

/** Reads an SVG. Keeps only what is drawn, in the paper's typeface. Throws `Unusable` if it cannot be printed. */
export function readSvg(bytes: Buffer): UsablePicture {
  if (bytes.length > MAX_SIZE * 1024 * 1024)
    throw new Unusable(
      `is larger than ${MAX_SIZE} MB`,
      'Simplify the drawing, or export it as a PNG.',
      'file-is-small',
    );
  const root = parseSvg(decode(bytes));
  checkSvgSize(root);
  const { x, y, width, height } = measure(root);
  const kept = Object.entries(root.attributes).filter(([name]) => name !== 'width' && name !== 'height');
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    'xmlns:xlink': 'http://www.w3.org/1999/xlink',
    ...Object.fromEntries(kept),
    viewBox: [x, y, width, height].join(' '),
    'font-family': FONTS,
  };
  return {
    image: {
      format: 'svg',
      data: Buffer.from(write({ ...root, attributes })).toString('base64'),
      width,
      height,
      texts: listTexts(root),
    },
    hasLocation: false,
  };
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuseDamaged();
  }
}

interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Returns the part of the plane that the drawing shows, in its own units. */
function measure({ attributes }: SvgElement): Frame {
  const { viewBox, width = '', height = '' } = attributes;
  const [x = 0, y = 0, across, down] =
    viewBox === undefined
      ? [0, 0, parseLength(width), parseLength(height)]
      : viewBox
          .trim()
          .split(/[\s,]+/)
          .map(Number);
  if (across === undefined || down === undefined || ![x, y, across, down].every(Number.isFinite))
    throw new Unusable('does not state its size', 'Export it with a width and height, or a viewBox.');
  if (across <= 0 || down <= 0) throw new Unusable('has no width or no height', 'Export it again.');
  return { x, y, width: across, height: down };
}

/** Parses a width such as "120" or "120px". A share of the page, such as 100%, is no size. */
function parseLength(text: string): number {
  const [, number] = /^\s*(\d*\.?\d+)\s*(?:px|pt|mm|cm|in)?\s*$/.exec(text) ?? [];
  return number === undefined ? NaN : Number(number);
}

function write({ name, attributes, children }: SvgElement): string {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  const content = children.map((child) =>
    typeof child === 'string' ? escapeXmlContent(child) : write(child),
  );
  return `<${name}${list.join('')}>${content.join('')}</${name}>`;
}

/** Lists the words of a drawing. */
function listTexts(element: SvgElement): string[] {
  const { name, children } = element;
  if (name === 'style') return [];
  const words = readText(element);
  const inside = children.flatMap((child) => (typeof child === 'string' ? [] : listTexts(child)));
  return words.trim() === '' ? inside : [words.trim(), ...inside];
}
