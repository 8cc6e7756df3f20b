/** The height that a line of text takes up on its page, in points from the bottom. */
export interface Band {
  bottom: number;
  top: number;
}

/** A transformation as PDF writes it: a, b, c, d, e and f (ISO 32000-1, 8.3.4). */
type Matrix = readonly [number, number, number, number, number, number];

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The height of a line above and below its baseline, as a share of the type size. */
const ASCENT = 0.9;
const DESCENT = 0.3;

/** Names, strings in hexadecimal, numbers and operators. */
const TOKEN = /\/[^\s/<>[\]()]*|<[0-9a-fA-F\s]*>|[-+.\d][-+.\de]*|[A-Za-z'"][A-Za-z0-9*'"]*/g;

/**
 * Lists where a page has lines of upright text. It reads the operators that pdfkit and this program write. Drawings are not read: they
 * are within the margins. The watermark of drafts is oblique, and everything may be over it.
 */
export function listTextBands(content: string): Band[] {
  const bands: Band[] = [];
  const saved: Matrix[] = [];
  let page = IDENTITY;
  let text = IDENTITY;
  let size = 0;
  let numbers: number[] = [];
  for (const [token] of content.matchAll(TOKEN)) {
    const number = Number(token);
    if (!Number.isNaN(number)) {
      numbers.push(number);
      continue;
    }
    if (token.startsWith('/') || token.startsWith('<')) continue;
    if (token === 'q') saved.push(page);
    else if (token === 'Q') page = saved.pop() ?? IDENTITY;
    else if (token === 'cm') page = multiply(takeMatrix(numbers), page);
    else if (token === 'Tm') text = takeMatrix(numbers);
    else if (token === 'Tf') size = numbers.at(-1) ?? 0;
    else if (token === 'TJ' || token === 'Tj') bands.push(...measureLine(multiply(text, page), size));
    numbers = [];
  }
  return bands;
}

function takeMatrix(numbers: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers.slice(-6);
  return [a, b, c, d, e, f];
}

/** Returns the transformation that does `first`, and then `second`. */
function multiply(first: Matrix, second: Matrix): Matrix {
  const [a, b, c, d, e, f] = first;
  const [a2, b2, c2, d2, e2, f2] = second;
  return [
    a * a2 + b * c2,
    a * b2 + b * d2,
    c * a2 + d * c2,
    c * b2 + d * d2,
    e * a2 + f * c2 + e2,
    e * b2 + f * d2 + f2,
  ];
}

function measureLine([a, b, , d, , baseline]: Matrix, size: number): Band[] {
  if (Math.abs(b) > Math.abs(a) / 100) return [];
  const height = size * Math.abs(d);
  return [{ bottom: baseline - DESCENT * height, top: baseline + ASCENT * height }];
}
