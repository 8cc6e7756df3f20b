/** The parts of pdfmake that are extended here. It publishes no types for them; `package.json` pins the exact version. */
declare module 'pdfmake/js/LayoutBuilder.js' {
  import type { PageSize } from 'pdfmake/js/PageSize.js';
  export interface Inline {
    text: string;
    width: number;
    height: number;
    x: number;
    trailingCut: number;
    lineEnd?: boolean;
  }
  export interface LineOfText {
    inlines: Inline[];
    getHeight(): number;
  }
  export interface Node {
    text?: unknown;
    stack?: Node[];
    ul?: Node[];
    ol?: Node[];
    _inlines?: Inline[];
    _margin?: [number, number, number, number] | null;
    positions: unknown[];
    [key: string]: unknown;
  }
  interface Context {
    x: number;
    y: number;
    availableWidth: number;
    availableHeight: number;
    pageMargins: { top: number };
  }
  interface Writer {
    transactionLevel: number;
    context(): Context;
    moveToNextPage(): void;
  }
  export class LayoutBuilderClass {
    constructor(size: PageSize, margins: object, svgMeasure: object);
    writer: Writer;
    registerTableLayouts(layouts: object): void;
    layoutDocument(
      content: object,
      pdf: object,
      styles: object,
      defaultStyle: object,
      background: unknown,
      header: unknown,
      footer: unknown,
      watermark: unknown,
    ): object[];
    processNode(node: Node): void;
    processLeaf(node: Node): void;
    processVerticalContainer(node: Node): void;
    buildNextLine(node: Partial<Node>): LineOfText | null;
  }
  const module: { default: typeof LayoutBuilderClass };
  export default module;
}

declare module 'pdfmake/js/PDFDocument.js' {
  export interface Glyph {
    advanceWidth: number;
  }
  interface GlyphRun {
    glyphs: Glyph[];
    positions: {
      xAdvance: number;
      yAdvance: number;
      xOffset: number;
      yOffset: number;
      advanceWidth: number;
    }[];
    advanceWidth: number;
  }
  /** The parts of pdfkit's embedded font, and of fontkit's font within it, that are used. Lengths in font units, but those of `layoutRun` in thousandths of the type size. */
  export interface EmbeddedFont {
    scale: number;
    font: {
      glyphForCodePoint: (codePoint: number) => Glyph;
      layout: (text: string, features?: Record<string, boolean>) => { advanceWidth: number };
    };
    layoutRun: (text: string, features?: unknown) => GlyphRun;
  }
  export class PDFDocumentClass {
    constructor(
      fonts: object,
      images: object,
      patterns: object,
      attachments: object,
      options: object,
      virtualFs: null,
      policy: undefined,
    );
    provideFont(family: string, bold: boolean, italics: boolean): EmbeddedFont;
    on(event: 'data', listener: (chunk: Uint8Array) => void): this;
    on(event: 'end', listener: () => void): this;
    on(event: 'error', listener: (error: Error) => void): this;
    end(): void;
  }
  const module: { default: typeof PDFDocumentClass };
  export default module;
}

declare module 'pdfmake/js/Renderer.js' {
  export class RendererClass {
    constructor(pdf: object, progress: undefined);
    renderPages(pages: object[]): void;
  }
  const module: { default: typeof RendererClass };
  export default module;
}

declare module 'pdfmake/js/SVGMeasure.js' {
  const module: { default: new () => object };
  export default module;
}

declare module 'pdfmake/js/PageSize.js' {
  export interface PageSize {
    width: number;
    height: number;
  }
  const module: {
    normalizePageSize(size: string, orientation: undefined): PageSize;
    normalizePageMargin(margins: number[]): object;
  };
  export default module;
}

declare module 'pdfmake/js/tableLayouts.js' {
  const module: { tableLayouts: object };
  export default module;
}
