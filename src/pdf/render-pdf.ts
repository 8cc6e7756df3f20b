import pageSize, { type PageSize } from 'pdfmake/js/PageSize.js';
import layouts from 'pdfmake/js/tableLayouts.js';
import { FONT_FAMILY } from '../fonts.js';
import { bindDocument } from '../model/bind-document.js';
import { noCache, type Cache } from '../model/cache.js';
import type { Document } from '../model/document.js';
import type { Look } from '../model/look.js';
import type { Theme } from '../model/theme.js';
import { chooseGeneration } from './generations/choose-generation.js';
import { borrowSigns } from './borrow-signs.js';
import { collectBytes } from './collect-bytes.js';
import { hyphenateTables } from './hyphenate-tables.js';
import { createDocumentNodes } from './nodes/create-document-nodes.js';
import { createRunningNodes } from './nodes/create-running-nodes.js';
import type { StackNode } from './nodes/pdf-node.js';
import { GalleyBuilder } from './pages/galley-builder.js';
import { PaperPdf, type Attachment } from './paper-pdf.js';
import { StructureTree } from './structure/structure-tree.js';
import { StructureWriter } from './structure/structure-writer.js';
import { svgMeasure } from './svg-measure.js';
import { TaggedRenderer } from './tagged-renderer.js';

/** The distance between lines of Source Sans, as a share of the type size. pdfmake's `lineHeight` multiplies it. */
const FONT_LEADING = 1.257;

/**
 *   Document + Theme
 *        │ 1. createDocumentNodes   → pdfmake nodes
 *        │ 2. layOutPages           nodes → pages of lines and drawings; adds the contents list and list markers to the nodes
 *        │ 3. StructureTree         laid-out nodes → elements in reading order, and the owner of everything drawn
 *        │ 4. TaggedRenderer        pages → content streams, marked with their owners
 *        │ 5. StructureWriter       elements → objects of the file
 *        ▼
 *   bytes of a file that follows the standards of the theme
 *
 * The same document and attachments give the same bytes. pdfmake's own printer creates its collaborators itself, so its steps
 * are taken here.
 */
export async function renderPdf(
  document: Document,
  { theme, fonts }: Look,
  attachments: Attachment[] = [],
  cache: Cache = noCache,
): Promise<Uint8Array> {
  const generation = chooseGeneration(theme.pdf.version);
  const pdf = new PaperPdf(document, findPageSize(theme), fonts, generation, cache);
  for (const attachment of attachments) pdf.attach(attachment);
  const content = borrowSigns(
    { stack: createDocumentNodes(await hyphenateTables(bindDocument(document), theme), theme) },
    theme.typeface,
  );
  const pages = layOutPages(content, pdf, { document, theme, cache });
  const bytes = collectBytes(pdf);
  const writer = new StructureWriter(pdf, generation);
  const tree = new StructureTree(content);
  await new TaggedRenderer(pdf, tree, writer).drawPages(pages);
  writer.finish(tree.root);
  pdf.end();
  return bytes;
}

function layOutPages(
  content: StackNode,
  pdf: PaperPdf,
  { document, theme, cache }: { document: Document; theme: Theme; cache: Cache },
): ReturnType<GalleyBuilder['layoutDocument']> {
  const { margins } = theme.page;
  const size = findPageSize(theme);
  const textHeight = size.height - margins.top - margins.bottom;
  const builder = new GalleyBuilder({ size, margins, textHeight }, svgMeasure, cache);
  builder.registerTableLayouts(layouts.tableLayouts);
  const defaultStyle = {
    font: FONT_FAMILY,
    fontSize: theme.text.size,
    lineHeight: theme.text.lineHeight / FONT_LEADING,
    color: theme.colours.ink,
  };
  const { header, footer, watermark } = createRunningNodes(document, theme);
  const addSigns =
    (create: typeof header): typeof header =>
    (page, pageCount) => {
      const node = create(page, pageCount);
      return node && borrowSigns(node, theme.typeface);
    };
  return builder.layoutDocument(
    content,
    pdf,
    {},
    defaultStyle,
    undefined,
    addSigns(header),
    addSigns(footer),
    watermark,
  );
}

function findPageSize({ page }: Theme): PageSize {
  return pageSize.normalizePageSize(page.size.toUpperCase(), undefined);
}
