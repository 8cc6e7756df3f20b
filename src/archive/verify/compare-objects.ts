import type { PdfComparison } from './pdf-comparison.js';
import { unpackObjects, type PdfObjects } from './pdf-objects.js';

const REST_IS_SAME = 'text, drawings and attachments are the same';

/** Compares two PDFs that have the same content: their unpacked objects, and then their bytes. */
export function compareObjects(actual: Uint8Array, expected: Uint8Array): PdfComparison {
  const [actualObjects, expectedObjects] = [unpackObjects(actual), unpackObjects(expected)];
  const changed = findChangedStream(actualObjects, expectedObjects);
  if (changed !== null) return { differences: [changed], isOnlyCompression: false };
  if (actualObjects.plain === expectedObjects.plain && isRepacked(actualObjects, expectedObjects))
    return { differences: ['the same content is compressed differently'], isOnlyCompression: true };
  return { differences: [describeBytes(actual, expected)], isOnlyCompression: false };
}

function isRepacked(actual: PdfObjects, expected: PdfObjects): boolean {
  return actual.streams.some(({ packed }, index) => packed !== expected.streams[index]?.packed);
}

/** Describes the first stream that differs. Skips the cross-reference table, because it follows from the compression. */
function findChangedStream(actual: PdfObjects, expected: PdfObjects): string | null {
  const changed = expected.streams.find(
    ({ dictionary, content }, index) =>
      !dictionary.includes('/XRef') &&
      !Buffer.from(content).equals(actual.streams[index]?.content ?? new Uint8Array()),
  );
  return changed ? `${nameStream(changed.dictionary)} has changed; ${REST_IS_SAME}` : null;
}

const STREAM_KINDS: [RegExp, string][] = [
  [/\/ObjStm/, 'the structure of the file'],
  [/\/Metadata/, 'its metadata'],
  [/\/FontFile|\/Length1|\/CIDFontType0C|\/OpenType/, 'a typeface in it'],
  [/\/EmbeddedFile/, 'an attachment'],
];

function nameStream(dictionary: string): string {
  return STREAM_KINDS.find(([pattern]) => pattern.test(dictionary))?.[1] ?? 'a part of the file';
}

function describeBytes(actual: Uint8Array, expected: Uint8Array): string {
  const first = expected.findIndex((byte, index) => byte !== actual[index]);
  const length = Math.min(actual.length, expected.length);
  let count = Math.abs(actual.length - expected.length);
  for (let index = 0; index < length; index++) if (actual[index] !== expected[index]) count++;
  const words = count === 1 ? 'one byte differs' : `${count} bytes differ`;
  return `${words}, the first after ${first} bytes; ${REST_IS_SAME}`;
}
