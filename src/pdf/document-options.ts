import type { Document } from '../model/document.js';
import type { PageSize } from 'pdfmake/js/PageSize.js';
import type { PdfGeneration } from './generations/pdf-generation.js';

/** The program named as the file's producer, here and in the XMP metadata. */
export const PRODUCER = 'pdfmake and pdfkit';

/** Options of pdfkit, and our own. */
export interface DocumentOptions {
  fileVersion: PdfGeneration['fileVersion'];
  [option: string]: unknown;
}

/**
 * Returns pdfkit's options for a tagged file. pdfkit knows no later standard than PDF/A-3a, and needs its name to add the colour profile
 * that all of them require. Dates are the paper's own, so that the bytes can be reproduced.
 */
export function createDocumentOptions(
  paper: Document,
  { width, height }: PageSize,
  { fileVersion }: PdfGeneration,
): DocumentOptions {
  return {
    size: [width, height],
    pdfVersion: '1.7',
    fileVersion,
    subset: 'PDF/A-3a',
    tagged: true,
    displayTitle: true,
    lang: paper.language,
    compress: true,
    fontLayoutCache: true,
    autoFirstPage: false,
    font: null,
    info: {
      Title: paper.title,
      Author: paper.author,
      Subject: paper.subject,
      ...(paper.keywords.length > 0 && { Keywords: paper.keywords.join(', ') }),
      Creator: 'Committee Papers',
      Producer: PRODUCER,
      CreationDate: paper.madeAt,
      ModDate: paper.madeAt,
    },
  };
}
