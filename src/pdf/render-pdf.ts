import pageSize from 'pdfmake/js/PageSize.js';
import layouts from 'pdfmake/js/tableLayouts.js';
import { FONT_FAMILY } from '../fonts.js';
import type { Document } from '../model/document.js';
import type { Theme } from '../model/theme.js';
import { documentNodes } from './document-nodes.js';
import { drawingMeasure } from './drawing-measure.js';
import { pageFurniture } from './page-furniture.js';
import { PaperLayoutBuilder } from './paper-layout-builder.js';
import { PaperPdf, type Attachment } from './paper-pdf.js';
import { structureTree } from './structure-tree.js';
import { structureWriter } from './structure-writer.js';
import { TaggedRenderer } from './tagged-renderer.js';

/**
 * Stage 7a: Document → PDF bytes, for every reader (PDF/UA-1) and for good (PDF/A-3a). The same document and attachments give
 * the same bytes. pdfmake's own printer makes its collaborators itself, so its few steps are taken here: layout, then the
 * structure tree from the laid-out nodes (the contents list and list markers exist only then), then the pages.
 */
export async function renderPdf(
  document: Document,
  theme: Theme,
  attachments: Attachment[] = [],
): Promise<Uint8Array> {
  const { left, top, right, bottom } = theme.page.margins;
  const size = pageSize.normalizePageSize(theme.page.size, undefined);
  const pdf = new PaperPdf(document, size);
  for (const attachment of attachments) pdf.attach(attachment);
  const builder = new PaperLayoutBuilder(
    size,
    pageSize.normalizePageMargin([left, top, right, bottom]),
    drawingMeasure,
  );
  builder.registerTableLayouts(layouts.tableLayouts);
  const { header, footer, watermark } = pageFurniture(document, theme);
  const defaultStyle = {
    font: FONT_FAMILY,
    fontSize: theme.text.size,
    lineHeight: theme.text.lineHeight / FONT_LINE,
    color: theme.colours.ink,
  };
  const content = { stack: documentNodes(document, theme) };
  const pages = builder.layoutDocument(content, pdf, {}, defaultStyle, undefined, header, footer, watermark);
  const bytes = collect(pdf);
  const structure = structureWriter(pdf);
  const tree = structureTree(content);
  new TaggedRenderer(pdf, structure).drawPages(pages);
  structure.finish(tree);
  pdf.end();
  return bytes;
}

/** Source Sans's own line is 1.257 of its size; pdfmake's `lineHeight` multiplies that. */
const FONT_LINE = 1.257;

function collect(pdf: PaperPdf): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    pdf.on('data', (chunk) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
}
