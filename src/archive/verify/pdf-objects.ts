import { inflateSync } from 'node:zlib';
import { hasErrorCode } from '../../error-code.js';

/** A file that is not a usable PDF. The message is a sentence for the user. */
export class InvalidPdf extends Error {}

/** The objects of a PDF with their streams unpacked. PDFs that differ only in compression have equal objects. */
export interface PdfObjects {
  /** The text between the streams, without lengths and offsets. */
  plain: string;
  streams: PdfStream[];
}

interface PdfStream {
  /** The dictionary before the stream. */
  dictionary: string;
  /** The length in the file, in bytes. */
  packed: number;
  content: Uint8Array;
}

/** The most bytes that a file may unpack to, many times a large paper. A larger file is malicious. */
const LARGEST_UNPACKED = 256 * 1024 * 1024;
/** The most bytes of a stream in a compression that this program cannot unpack. */
const LARGEST_UNKNOWN = 1024 * 1024;
/** The most filters of a stream: a list of filters can compress a stream several times. */
const MOST_FILTERS = 8;

/** Splits a PDF into plain text and unpacked streams. Throws InvalidPdf if it unpacks to more than any paper. */
export function unpackObjects(bytes: Uint8Array): PdfObjects {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const text = file.toString('latin1');
  const streams: PdfStream[] = [];
  let plain = '';
  let remaining = LARGEST_UNPACKED;
  let position = 0;
  for (const { index, 0: keyword } of text.matchAll(/(?<!end)stream\r?\n/g)) {
    if (index < position) continue; // the keyword is part of a stream
    const before = text.slice(position, index);
    const dictionary = before.slice(before.lastIndexOf('obj') + 3).trim();
    const start = index + keyword.length;
    const end = findStreamEnd(text, start, dictionary);
    const content = unpackStream(file.subarray(start, end), dictionary, remaining);
    remaining -= content.length;
    streams.push({ dictionary, packed: end - start, content });
    plain += before;
    position = end;
  }
  plain += text.slice(position);
  return { plain: removeOffsets(plain), streams };
}

/** Finds the end by the stream's stated length, or by the next keyword if the length is wrong. */
function findStreamEnd(text: string, start: number, dictionary: string): number {
  const length = Number(/\/Length (\d+)(?! \d+ R)/.exec(dictionary)?.[1] ?? Number.NaN);
  if (/^\s{0,2}endstream/.test(text.slice(start + length, start + length + 11))) return start + length;
  const keyword = text.indexOf('endstream', start);
  return keyword < 0 ? text.length : keyword;
}

function unpackStream(packed: Uint8Array, dictionary: string, remaining: number): Uint8Array {
  if (!dictionary.includes('/Filter')) return packed;
  if (/LZW|RunLength|\/RL\b/.test(dictionary) && packed.length > LARGEST_UNKNOWN) throw makeSizeError();
  const filters = dictionary.includes('[') ? MOST_FILTERS : 1;
  let content = packed;
  for (let count = 0; count < filters; count++) {
    const unpacked = inflate(content, remaining);
    if (unpacked === null) break;
    content = unpacked;
  }
  return content;
}

/** Unpacks deflated bytes. Returns null for others. Throws InvalidPdf if they unpack to more than `remaining` bytes. */
function inflate(packed: Uint8Array, remaining: number): Uint8Array | null {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(remaining, 1) });
  } catch (error) {
    if (hasErrorCode(error, 'ERR_BUFFER_TOO_LARGE')) throw makeSizeError();
    return null;
  }
}

function makeSizeError(): InvalidPdf {
  return new InvalidPdf('the file unpacks to more than any paper');
}

/** Removes lengths, offsets and the file's digest, which depend on the compression. */
function removeOffsets(plain: string): string {
  return plain
    .replace(/\/Length \d+/g, '/Length')
    .replace(/startxref\s+\d+/g, 'startxref')
    .replace(/\/ID \[[^\]]*\]/g, '/ID');
}
