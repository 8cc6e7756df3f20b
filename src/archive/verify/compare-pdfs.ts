import { InvalidPdf, unpackObjects, type PdfObjects } from './pdf-objects.js';
import { readPdf, type PdfContent, type PdfPage } from './read-pdf.js';
import { sha256 } from '../../sha256.js';
import { InvalidSources, unpackSources } from '../../sources/unpack-sources.js';

/** How a PDF differs from the one that it should be. */
export interface PdfComparison {
  /** In sentences, what a reader meets first. Empty where every byte is the same. */
  differences: string[];
  /** Nothing differs but how the same content was packed: another release of zlib packs otherwise. */
  onlyPacking: boolean;
}

/** Compares what two PDFs say, show and hold before their bytes, so that no more is said than has changed. */
export async function comparePdfs(found: Uint8Array, expected: Uint8Array): Promise<PdfComparison> {
  const [is, should] = [found, expected].map((bytes) => Buffer.from(bytes)) as [Buffer, Buffer];
  if (is.equals(should)) return { differences: [], onlyPacking: false };
  const length = lengthDifference(is, should);
  if (length !== null) return { differences: [length], onlyPacking: false };
  try {
    const [before, now] = [await readPdf(should), await readPdf(is)];
    const differences = contentDifferences(now, before);
    if (differences.length > 0) return { differences, onlyPacking: false };
    return objectDifferences(is, should);
  } catch (error) {
    if (error instanceof InvalidPdf) return { differences: [error.message], onlyPacking: false };
    throw error;
  }
}

function lengthDifference(is: Buffer, should: Buffer): string | null {
  const common = Math.min(is.length, should.length);
  if (!is.subarray(0, common).equals(should.subarray(0, common))) return null;
  return is.length > should.length
    ? `${is.length - should.length} bytes have been added after the end: a mark, a signature or another edition on top`
    : `the file is cut short: it has ${is.length} of ${should.length} bytes`;
}

/** What has changed in what two papers say, show and hold. */
function contentDifferences(now: PdfContent, before: PdfContent): string[] {
  const pages = Array.from({ length: Math.min(now.pages.length, before.pages.length) }, (_, index) =>
    pageDifference(now.pages[index], before.pages[index], index + 1),
  );
  return [
    ...(now.pages.length === before.pages.length
      ? []
      : [`it has ${now.pages.length} pages instead of ${before.pages.length}`]),
    ...pages.filter((one) => one !== null),
    ...attachmentDifferences(now.attachments, before.attachments),
    ...(now.information === before.information ? [] : ['its information (title, author, dates) has changed']),
  ];
}

function pageDifference(
  now: PdfPage | undefined,
  before: PdfPage | undefined,
  number: number,
): string | null {
  if (!now || !before) return null;
  const words = lineDifference(now.lines, before.lines);
  if (words !== null) return `page ${number}: the text has changed: ${words}`;
  if (now.drawing !== before.drawing)
    return `page ${number}: what is drawn has changed; the text is the same`;
  if (now.tags !== before.tags) return `page ${number}: what a screen reader is told has changed`;
  return null;
}

/** The first lines that one page has and the other has not. */
function lineDifference(now: string[], before: string[]): string | null {
  if (now.join('\n') === before.join('\n')) return null;
  const [were, are] = [new Set(before), new Set(now)];
  const gone = before.find((line) => !are.has(line));
  const come = now.find((line) => !were.has(line));
  if (gone !== undefined && come !== undefined) return aroundChange(gone, come);
  if (gone !== undefined) return `“${shorten(gone)}” is gone`;
  if (come !== undefined) return `“${shorten(come)}” has been added`;
  return 'its lines stand in another order';
}

/** The two lines from a little before the place where they part. */
function aroundChange(gone: string, come: string): string {
  let at = 0;
  while (at < gone.length && gone[at] === come[at]) at++;
  const from = at > 40 ? gone.lastIndexOf(' ', at - 20) + 1 : 0;
  const cut = (line: string): string => (from > 0 ? '…' : '') + shorten(line.slice(from));
  return `“${cut(gone)}” has become “${cut(come)}”`;
}

function shorten(line: string): string {
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

function attachmentDifferences(now: PdfContent['attachments'], before: PdfContent['attachments']): string[] {
  const names = [...new Set([...before.keys(), ...now.keys()])].sort();
  return names.flatMap((name) => {
    const [is, was] = [now.get(name), before.get(name)];
    if (!is) return [`the attachment ${name} is missing`];
    if (!was) return [`an attachment ${name} has been added`];
    if (sha256(is) === sha256(was)) return [];
    return [`the attachment ${name} has changed${name.endsWith('.zip') ? sourcesDifference(is, was) : ''}`];
  });
}

/** Which of the sources have changed, as far as both can be unpacked. */
function sourcesDifference(is: Uint8Array, was: Uint8Array): string {
  try {
    const [now, before] = [is, was].map(
      (zip) => new Map(unpackSources(zip).files.map(({ path, bytes }) => [path, sha256(bytes)])),
    );
    const changed = [...new Set([...(before?.keys() ?? []), ...(now?.keys() ?? [])])]
      .filter((path) => now?.get(path) !== before?.get(path))
      .sort();
    return changed.length > 0
      ? `: ${changed.join(', ')}`
      : ': what was built is said otherwise, or it is packed otherwise';
  } catch (error) {
    if (error instanceof InvalidSources) return `: ${error.message}`;
    throw error;
  }
}

function objectDifferences(is: Buffer, should: Buffer): PdfComparison {
  const [now, before] = [unpackObjects(is), unpackObjects(should)];
  const changed = changedStream(now, before);
  if (changed !== null) return { differences: [changed], onlyPacking: false };
  const repacked = now.streams.some(({ packed }, index) => packed !== before.streams[index]?.packed);
  if (now.plain === before.plain && repacked)
    return { differences: ['the same content is packed otherwise'], onlyPacking: true };
  return { differences: [byteDifference(is, should)], onlyPacking: false };
}

function changedStream(now: PdfObjects, before: PdfObjects): string | null {
  const index = before.streams.findIndex(
    ({ dictionary, content }, at) =>
      !dictionary.includes('/XRef') &&
      !Buffer.from(content).equals(now.streams[at]?.content ?? new Uint8Array()),
  );
  if (index < 0) return null;
  const { dictionary = '' } = before.streams[index] ?? {};
  const kind = KINDS.find(([sign]) => sign.test(dictionary))?.[1] ?? 'a part of the file';
  return `${kind} has changed; text, drawings and attachments are the same`;
}

const KINDS: [RegExp, string][] = [
  [/\/ObjStm/, 'the structure of the file'],
  [/\/Metadata/, 'its metadata'],
  [/\/FontFile|\/Length1|\/CIDFontType0C|\/OpenType/, 'a typeface in it'],
  [/\/EmbeddedFile/, 'an attachment'],
];

function byteDifference(is: Buffer, should: Buffer): string {
  const first = should.findIndex((byte, index) => byte !== is[index]);
  let count = Math.abs(is.length - should.length);
  for (let index = 0; index < Math.min(is.length, should.length); index++)
    if (is[index] !== should[index]) count++;
  return `${count === 1 ? 'one byte differs' : `${count} bytes differ`}, the first after ${first} bytes; text, drawings and attachments are the same`;
}
