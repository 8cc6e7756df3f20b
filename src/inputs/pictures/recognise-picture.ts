import type { UsablePicture } from '../../model/picture-image.js';
import { readJpeg } from './read-jpeg.js';
import { readPng } from './read-png.js';
import { readSvg } from './read-svg.js';
import { Unusable } from './unusable.js';

const SAVE_AS = 'Save it as a PNG, a JPEG or an SVG.';

/** Files that authors take for pictures that can be printed, by the bytes with which they start. */
const OTHERS: [start: RegExp, name: string][] = [
  [/^GIF8/, 'a GIF'],
  [/^RIFF[\s\S]{4}WEBP/, 'a WebP picture'],
  [/^(?:II\*\0|MM\0\*)/, 'a TIFF picture'],
  [/^BM/, 'a BMP picture'],
  [/^[\s\S]{4}ftyp(?:hei|mif|avi)/, 'a picture in the format of a telephone (HEIC or AVIF)'],
  [/^%PDF/, 'a PDF'],
  [/^%!PS|^\xc5\xd0\xd3\xc6/, 'an EPS drawing'],
  [/^\x1f\x8b/, 'a compressed SVG'],
  [/^PK/, 'an Office file or a zip file'],
];

/** Reads a picture by its content, whatever its name. Throws `Unusable` if it cannot be printed. */
export function recognisePicture(bytes: Buffer): UsablePicture {
  const start = bytes.toString('latin1', 0, 512);
  if (bytes.length === 0) throw new Unusable('is empty', 'Save the picture again.');
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return readPng(bytes);
  if (start.startsWith('\xff\xd8')) return readJpeg(bytes);
  if (/^(?:\xef\xbb\xbf)?\s*</.test(start) && bytes.includes('<svg')) return readSvg(bytes);
  const other = OTHERS.find(([pattern]) => pattern.test(start));
  throw new Unusable(`is ${other?.[1] ?? 'no PNG, JPEG or SVG'}`, SAVE_AS);
}
