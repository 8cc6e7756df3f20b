import { renderCsv } from '../csv/render-csv.js';
import { renderPdf } from '../pdf/render-pdf.js';
import type { Typeset, TypesetJob } from './press.js';

/** Stage 7: the PDF, and what goes inside it. */
export async function typeset({ document, theme, sources }: TypesetJob): Promise<Typeset> {
  const figures = Buffer.from(renderCsv(document));
  const pdf = await renderPdf(document, theme, [
    {
      name: 'sources.zip',
      type: 'application/zip',
      description: 'The data, templates and look that this paper was made from, and what it was made with',
      relationship: 'Source',
      bytes: sources,
    },
    {
      name: 'figures.csv',
      type: 'text/csv',
      description: 'Every figure that the paper prints, with its source',
      relationship: 'Data',
      bytes: figures,
    },
  ]);
  return { pdf, figures };
}
