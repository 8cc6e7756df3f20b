import { renderCsv } from '../csv/render-csv.js';
import type { Attachment } from '../pdf/paper-pdf.js';
import { renderPdf } from '../pdf/render-pdf.js';
import type { TypesetFiles, TypesetJob } from './press.js';

const SOURCES: Omit<Attachment, 'bytes'> = {
  name: 'sources.zip',
  type: 'application/zip',
  description: 'The data, templates and theme of this paper, and a record of the program that built it',
  relationship: 'Source',
};

const FIGURES: Omit<Attachment, 'bytes'> = {
  name: 'figures.csv',
  type: 'text/csv',
  description: 'Every figure that the paper prints, with its source',
  relationship: 'Data',
};

/** Stage 7: Document → the PDF with its attachments, and `figures.csv`. */
export async function typeset({ document, theme, sources }: TypesetJob): Promise<TypesetFiles> {
  const figures = Buffer.from(renderCsv(document));
  const attachments = [
    { ...SOURCES, bytes: sources },
    { ...FIGURES, bytes: figures },
  ];
  return { pdf: await renderPdf(document, theme, attachments), figures };
}
