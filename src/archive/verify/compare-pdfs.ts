import { compareContent } from './compare-content.js';
import { compareObjects } from './compare-objects.js';
import type { PdfComparison } from './pdf-comparison.js';
import { InvalidPdf } from './pdf-objects.js';
import { readPdf } from './read-pdf.js';

/** Compares two PDFs. Reports differences of content if there are any, and differences of bytes only otherwise. */
export async function comparePdfs(actual: Uint8Array, expected: Uint8Array): Promise<PdfComparison> {
  if (Buffer.from(actual).equals(expected)) return { differences: [], isOnlyCompression: false };
  const lengthDifference = compareLengths(actual, expected);
  if (lengthDifference !== null) return { differences: [lengthDifference], isOnlyCompression: false };
  try {
    const differences = compareContent(await readPdf(actual), await readPdf(expected));
    if (differences.length > 0) return { differences, isOnlyCompression: false };
    return compareObjects(actual, expected);
  } catch (error) {
    if (error instanceof InvalidPdf) return { differences: [error.message], isOnlyCompression: false };
    throw error;
  }
}

/** Describes a file that continues after the expected end, or ends early. Null if other bytes differ. */
function compareLengths(actual: Uint8Array, expected: Uint8Array): string | null {
  const length = Math.min(actual.length, expected.length);
  if (!Buffer.from(actual.subarray(0, length)).equals(expected.subarray(0, length))) return null;
  const added = actual.length - expected.length;
  return added > 0
    ? `${added === 1 ? '1 byte has' : `${added} bytes have`} been added after the end, such as a comment, a signature or another revision`
    : `the file is incomplete: it has ${actual.length} of ${expected.length} bytes`;
}
