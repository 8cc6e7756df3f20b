import { sha256 } from '../../sha256.js';
import { InvalidSources, unpackSources } from '../../sources/unpack-sources.js';
import { compareLines } from './compare-lines.js';
import type { PdfContent, PdfPage } from './pdf-content.js';

/** Describes the differences in pages, attachments and information of two PDFs, one sentence each. */
export function compareContent(actual: PdfContent, expected: PdfContent): string[] {
  return [
    ...comparePageCounts(actual.pages.length, expected.pages.length),
    ...comparePages(actual.pages, expected.pages),
    ...compareAttachments(actual.attachments, expected.attachments),
    ...(actual.information === expected.information
      ? []
      : ['its information (title, author, dates) has changed']),
  ];
}

function comparePageCounts(actual: number, expected: number): string[] {
  return actual === expected ? [] : [`it has ${actual} pages instead of ${expected}`];
}

function comparePages(actual: PdfPage[], expected: PdfPage[]): string[] {
  return actual.flatMap((page, index) => {
    const expectedPage = expected[index];
    const difference = expectedPage ? comparePage(page, expectedPage) : null;
    return difference === null ? [] : [`page ${index + 1}: ${difference}`];
  });
}

function comparePage(actual: PdfPage, expected: PdfPage): string | null {
  const words = compareLines(actual.lines, expected.lines);
  if (words !== null) return `the text has changed: ${words}`;
  if (actual.drawing !== expected.drawing) return 'the drawing has changed; the text is the same';
  if (actual.tags !== expected.tags) return 'the structure for screen readers has changed';
  return null;
}

type Attachments = PdfContent['attachments'];

function compareAttachments(actual: Attachments, expected: Attachments): string[] {
  const names = [...new Set([...expected.keys(), ...actual.keys()])].sort();
  return names.flatMap((name) => {
    const [actualBytes, expectedBytes] = [actual.get(name), expected.get(name)];
    if (!actualBytes) return [`the attachment ${name} is missing`];
    if (!expectedBytes) return [`an attachment ${name} has been added`];
    if (sha256(actualBytes) === sha256(expectedBytes)) return [];
    const details = name.endsWith('.zip') ? `: ${compareSources(actualBytes, expectedBytes)}` : '';
    return [`the attachment ${name} has changed${details}`];
  });
}

/** Lists the sources that differ. */
function compareSources(actual: Uint8Array, expected: Uint8Array): string {
  try {
    const [actualHashes, expectedHashes] = [hashSources(actual), hashSources(expected)];
    const changed = [...new Set([...expectedHashes.keys(), ...actualHashes.keys()])]
      .filter((path) => actualHashes.get(path) !== expectedHashes.get(path))
      .sort();
    return changed.length > 0 ? changed.join(', ') : 'only the build record or the compression differs';
  } catch (error) {
    if (error instanceof InvalidSources) return error.message;
    throw error;
  }
}

function hashSources(zip: Uint8Array): Map<string, string> {
  return new Map(unpackSources(zip).files.map(({ path, bytes }) => [path, sha256(bytes)]));
}
