import type { PaperPdf } from './paper-pdf.js';

/**
 * Resolves when the file is complete. Call it before the first page is drawn, because pdfkit sends its bytes
 * as it goes.
 */
export function collectBytes(pdf: PaperPdf): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    pdf.on('data', (chunk) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
}
