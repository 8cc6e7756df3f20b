import type { PdfVersion } from '../../model/pdf-standards.js';
import { findStampPlace, type PageSpace } from './find-stamp-place.js';
import { parsePdf, type ParsedPdf } from './parsed-pdf.js';
import { UnjoinablePdf } from './unjoinable-pdf.js';

/** A PDF that can become a part of a pack. */
export interface OpenPdf {
  parsed: ParsedPdf;
  version: PdfVersion;
  pages: PageSpace[];
}

/** The fault completes a sentence that begins with the file. */
export type OpenResult = { pdf: OpenPdf; fault: null } | { pdf: null; fault: string };

/** Opens a PDF that this program or an earlier version of it has made. Others have a fault. */
export async function openPdf(bytes: Uint8Array): Promise<OpenResult> {
  try {
    const parsed = await parsePdf(bytes);
    return {
      pdf: {
        parsed,
        version: parsed.version,
        pages: parsed.pages.map((page) => findStampPlace(parsed, page)),
      },
      fault: null,
    };
  } catch (error) {
    if (error instanceof UnjoinablePdf) return { pdf: null, fault: error.message };
    throw error;
  }
}
