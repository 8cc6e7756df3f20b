import documentModule, { type EmbeddedFont } from 'pdfmake/js/PDFDocument.js';
import pageSize from 'pdfmake/js/PageSize.js';
import rendererModule from 'pdfmake/js/Renderer.js';
import svgMeasure from 'pdfmake/js/SVGMeasure.js';
import layouts from 'pdfmake/js/tableLayouts.js';
import { FONT_FAMILY, FONT_FILES } from '../fonts.js';
import type { Document } from '../model/document.js';
import type { Theme } from '../model/theme.js';
import { documentNodes } from './document-nodes.js';
import { useFastWordLayout } from './fast-word-layout.js';
import { pageFurniture } from './page-furniture.js';
import { PaperLayoutBuilder } from './paper-layout-builder.js';

const { default: PDFDocument } = documentModule;
const { default: Renderer } = rendererModule;
const { default: SvgMeasure } = svgMeasure;

/** pdfmake's document, whose fonts lay out plain words fast. */
class PaperPdf extends PDFDocument {
  private readonly fast = new Set<EmbeddedFont>();

  override provideFont(family: string, bold: boolean, italics: boolean): EmbeddedFont {
    const font = super.provideFont(family, bold, italics);
    if (!this.fast.has(font)) {
      this.fast.add(font);
      useFastWordLayout(font);
    }
    return font;
  }
}

/**
 * Stage 7a: Document → PDF bytes. The same document gives the same bytes: dates are `madeAt`, and pdfkit derives the file's
 * identifier from them and the metadata. pdfmake's own printer makes its collaborators itself, so its few steps are taken here.
 */
export async function renderPdf(document: Document, theme: Theme): Promise<Uint8Array> {
  const { left, top, right, bottom } = theme.page.margins;
  const size = pageSize.normalizePageSize(theme.page.size, undefined);
  const pdf = new PaperPdf(
    { [FONT_FAMILY]: FONT_FILES },
    {},
    {},
    {},
    pdfOptions(document, size),
    null,
    undefined,
  );
  const builder = new PaperLayoutBuilder(
    size,
    pageSize.normalizePageMargin([left, top, right, bottom]),
    new SvgMeasure(),
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
  new Renderer(pdf, undefined).renderPages(pages);
  pdf.end();
  return bytes;
}

/** Source Sans's own line is 1.257 of its size; pdfmake's `lineHeight` multiplies that. */
const FONT_LINE = 1.257;

function pdfOptions(document: Document, { width, height }: { width: number; height: number }): object {
  return {
    size: [width, height],
    pdfVersion: '1.7',
    displayTitle: true,
    lang: document.language,
    compress: true,
    fontLayoutCache: true,
    autoFirstPage: false,
    font: null,
    info: {
      Title: document.title,
      Author: document.author,
      Subject: document.subject,
      ...(document.keywords.length > 0 && { Keywords: document.keywords.join(', ') }),
      Creator: 'Committee Papers',
      Producer: 'pdfmake and pdfkit',
      CreationDate: document.madeAt,
      ModDate: document.madeAt,
    },
  };
}

function collect(pdf: PaperPdf): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    pdf.on('data', (chunk) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
}
