import { renderCsv } from '../csv/render-csv.js';
import { renderCsvDescription } from '../csv/render-csv-description.js';
import type { Cache } from '../model/cache.js';
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

const FIGURES_DESCRIPTION: Omit<Attachment, 'bytes'> = {
  name: 'figures.csv-metadata.json',
  type: 'application/json',
  description: 'The meaning of each column of figures.csv, for programs (CSV on the Web)',
  relationship: 'Supplement',
};

/** Stage 7: Document → the PDF with its attachments, `figures.csv` and the description of its columns. */
export async function typeset(
  { document, theme, fonts, sources }: TypesetJob,
  cache: Cache,
): Promise<TypesetFiles> {
  const figures = Buffer.from(renderCsv(document));
  const figuresDescription = Buffer.from(renderCsvDescription(document));
  const attachments = [
    { ...SOURCES, bytes: sources },
    { ...FIGURES, bytes: figures },
    { ...FIGURES_DESCRIPTION, bytes: figuresDescription },
  ];
  const pdf = await renderPdf(document, { theme, fonts }, attachments, cache);
  return { pdf, figures, figuresDescription };
}
