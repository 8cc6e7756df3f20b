import { inflateSync } from 'node:zlib';
import { hasErrorCode } from '../../error-code.js';

/** What is wrong with a file that should be a PDF, in one sentence. */
export class InvalidPdf extends Error {}

/** A PDF's own objects, with their streams unpacked: two files that differ in nothing but how they were packed have them alike. */
export interface PdfObjects {
  /** What stands between the streams, without lengths and places. */
  plain: string;
  streams: PdfStream[];
}

interface PdfStream {
  /** The dictionary before it. */
  dictionary: string;
  /** How long it is in the file. */
  packed: number;
  content: Uint8Array;
}

/** Many times what a large paper unpacks to: a file that goes beyond it was made to fill a memory. */
const LARGEST_WHOLE = 256 * 1024 * 1024;
/** Of the packings that we do not unpack ourselves. */
const LARGEST_OTHER = 1024 * 1024;

/** Takes a PDF apart as far as that goes without understanding it. Throws BadPdf where it unpacks to more than any paper. */
export function unpackObjects(bytes: Uint8Array): PdfObjects {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const text = file.toString('latin1');
  const streams: PdfStream[] = [];
  let plain = '';
  let room = LARGEST_WHOLE;
  let from = 0;
  for (const { index, 0: keyword } of text.matchAll(/(?<!end)stream\r?\n/g)) {
    if (index < from) continue; // within another's data
    const before = text.slice(from, index);
    const dictionary = before.slice(before.lastIndexOf('obj') + 3).trim();
    const start = index + keyword.length;
    const end = endOfStream(text, start, dictionary);
    const content = unpack(file.subarray(start, end), dictionary, room);
    room -= content.length;
    streams.push({ dictionary, packed: end - start, content });
    plain += before;
    from = end;
  }
  plain += text.slice(from);
  return { plain: withoutPlaces(plain), streams };
}

function endOfStream(text: string, start: number, dictionary: string): number {
  const length = Number(/\/Length (\d+)(?! \d+ R)/.exec(dictionary)?.[1] ?? Number.NaN);
  if (/^\s{0,2}endstream/.test(text.slice(start + length, start + length + 11))) return start + length;
  const found = text.indexOf('endstream', start);
  return found < 0 ? text.length : found;
}

function unpack(packed: Uint8Array, dictionary: string, room: number): Uint8Array {
  if (!dictionary.includes('/Filter')) return packed;
  if (/LZW|RunLength|\/RL\b/.test(dictionary) && packed.length > LARGEST_OTHER) throw tooLarge();
  let content = packed;
  // A list of filters can pack what is packed already.
  for (let times = 0; times < (dictionary.includes('[') ? 8 : 1); times++) {
    const next = inflate(content, room);
    if (next === null) break;
    content = next;
  }
  return content;
}

/** Null where it is not packed so. */
function inflate(packed: Uint8Array, room: number): Uint8Array | null {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(room, 1) });
  } catch (error) {
    if (hasErrorCode(error, 'ERR_BUFFER_TOO_LARGE')) throw tooLarge();
    return null;
  }
}

function tooLarge(): InvalidPdf {
  return new InvalidPdf("the file unpacks to more than any paper's");
}

/** Lengths, places and the digest of the whole follow from how a file is packed. */
function withoutPlaces(plain: string): string {
  return plain
    .replace(/\/Length \d+/g, '/Length')
    .replace(/startxref\s+\d+/g, 'startxref')
    .replace(/\/ID \[[^\]]*\]/g, '/ID');
}
