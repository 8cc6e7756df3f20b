/**
 * The parts of pdfmake that this program extends or calls. pdfmake publishes no types for its internals, and
 * `package.json` pins its exact version. Names with an underscore are pdfmake's own, except `_trace`.
 */
declare module 'pdfmake/js/LayoutBuilder.js' {
  import type { PageSize } from 'pdfmake/js/PageSize.js';
  import type { PDFDocumentClass } from 'pdfmake/js/PDFDocument.js';
  type Traced = import('./trace.js').Traced;
  type LayoutHints = import('./nodes/layout-hints.js').LayoutHints;
  /** Our own class: `FastTextInlines` measures all words. */
  export type Inline = import('./text/word.js').Word & Traced;
  export interface LineOfText extends Traced {
    inlines: Inline[];
    x: number;
    y: number;
    id?: string;
    _outline?: { text: string; id?: string; parentId?: string; expanded?: boolean };
    /** The node of a heading or of another target of links, on its first line. */
    _node?: Node;
    _pageNodeRef?: { positions?: { pageNumber: number }[] };
    maxWidth: number;
    /** The widths of all words so far, with their spaces. */
    inlineWidths: number;
    leadingCut: number;
    newLineForced?: boolean;
    lastLineInParagraph?: boolean;
    addInline(inline: Inline): void;
    getAvailableWidth(): number;
    getHeight(): number;
    getAscenderHeight(): number;
    clone(): LineOfText;
  }
  /** A measured node of the document definition. */
  export interface Node extends Traced, LayoutHints {
    id?: string;
    text?: unknown;
    stack?: Node[];
    ul?: Node[];
    ol?: Node[];
    canvas?: Traced[];
    listMarker?: { canvas?: Traced[]; _inlines?: Inline[] };
    _inlines?: Inline[];
    table?: { body: Node[][] };
    _layout: { paddingTop(row: number, node: Node): number };
    _margin?: [number, number, number, number] | null;
    positions: { pageNumber: number }[];
  }
  /** A row of a table, or of columns, which have no table. */
  export interface TableRow {
    tableNode?: Node;
    rowIndex: number;
  }
  interface Context {
    y: number;
    availableWidth: number;
    pages: Page[];
    /** The index of the current page. */
    page: number;
    /** The number of a page's first items that are its background. Tints of tables are inserted after them. */
    backgroundLength: number[];
    getCurrentPage(): Page;
  }
  interface Writer {
    context(): Context;
  }
  export interface Page {
    pageSize: PageSize;
    pageMargins: object;
    customProperties: object;
    items: PageItem[];
    watermark?: object;
  }
  export interface Drawing extends Traced {
    x: number;
    y: number;
    _width: number;
    _height: number;
    svg?: string;
    /** True for charts and diagrams, false for pictures of the author. Our own property. */
    isOwnDrawing?: boolean;
  }
  /** A line has the heights of its ends, and a rectangle that of its upper edge, with its own height. */
  export interface Vector extends Traced {
    y?: number;
    h?: number;
    y1?: number;
    y2?: number;
  }
  export type PageItem =
    | { type: 'line'; item: LineOfText }
    | { type: 'vector'; item: Vector }
    | { type: 'svg' | 'image'; item: Drawing }
    | { type: 'beginClip' | 'endClip'; item: object };
  export class LayoutBuilderClass {
    constructor(size: PageSize, margins: object, svgMeasure: object);
    writer: Writer;
    registerTableLayouts(layouts: object): void;
    layoutDocument(
      content: object,
      pdf: object,
      styles: object,
      defaultStyle: object,
      background: undefined,
      header: (page: number, pageCount: number) => object | null,
      footer: (page: number, pageCount: number) => object | null,
      watermark: object | undefined,
    ): Page[];
    processNode(node: Node): void;
    processLeaf(node: Node): void;
    processTable(node: Node): void;
    processRow(row: TableRow): object;
    addHeadersAndFooters(header: unknown, footer: unknown): void;
    processSVG(node: Node): void;
    processImage(node: Node): void;
    processCanvas(node: Node): void;
    processList(ordered: boolean, node: Node): void;
    addDynamicRepeatable(getter: unknown, size: unknown, name: string): void;
    processVerticalContainer(node: Node): void;
    buildNextLine(node: Pick<Node, '_inlines'>): LineOfText | null;
    docMeasure: { textInlines: object };
    tryLayoutDocument(content: object, pdf: PDFDocumentClass, ...rest: unknown[]): object;
  }
  const module: { default: typeof LayoutBuilderClass };
  export default module;
}

declare module 'pdfmake/js/PDFDocument.js' {
  export interface Glyph {
    id: number;
    advanceWidth: number;
    codePoints: number[];
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
  /**
   * The parts of pdfkit's embedded font, and of fontkit's font in it, that are used. Lengths are in font
   * units, except those of `layoutRun`, which are in thousandths of the type size.
   */
  export interface EmbeddedFont {
    /** The name of the font in the resources of pages. */
    id: string;
    /** Our own property: `installFastText` sets it. */
    metrics: import('./text/face-metrics.js').FaceMetrics;
    scale: number;
    ascender: number;
    descender: number;
    embed(): void;
    /** The glyphs that the file embeds. */
    subset: { glyphs: number[]; encode: () => Uint8Array };
    font: {
      /** The tables that fontkit has decoded so far. */
      _tables: object;
      head: { checkSumAdjustment: number };
      glyphForCodePoint: (codePoint: number) => Glyph;
      layout: (
        text: string,
        features?: Record<string, boolean>,
      ) => { glyphs: Glyph[]; positions: { xAdvance: number }[] };
    };
    layoutRun: (text: string, features?: unknown) => GlyphRun;
    /** Embeds the glyphs. Returns their hexadecimal codes and their positions. */
    encode: (text: string) => [codes: string[], positions: object[]];
    ref: () => object;
    /** Points. */
    widthOfString: (text: string, size: number, features?: unknown) => number;
    /** Points. */
    lineHeight: (size: number) => number;
  }
  interface Reference {
    id: number;
    data: Record<string, unknown>;
    compress: boolean;
    buffer: Uint8Array[];
    write(chunk: Uint8Array): void;
    finalize(): void;
    end(): void;
    /** "12 0 R" */
    toString(): string;
  }
  interface NameTree {
    limits: boolean;
    _compareKeys: (a: string, b: string) => number;
    add(name: string, value: object): void;
  }
  /** The tree from marked content to its element. It has a list of owners for each page and one owner for each link. */
  interface ParentTree {
    limits: boolean;
    get(pageKey: number): object[];
    add(linkKey: number, owner: object): void;
  }
  export interface OutlineItem {
    dictionary: Reference;
    addItem(title: string, options: object): OutlineItem;
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
    page: {
      width: number;
      height: number;
      dictionary: Reference;
      structParentTreeKey: number;
      fonts: Record<string, object>;
      write(content: Uint8Array): void;
    };
    outline: OutlineItem;
    /** The entries of the information dictionary. */
    info: Record<string, unknown>;
    /** The version in the first line of the file. */
    version: number | string;
    initSubset(options: object): void;
    _root: Reference & { data: { Names: { data: { Dests: NameTree } }; Metadata?: object } };
    _info: Reference;
    _offset: number;
    _offsets: (number | null | undefined)[];
    _font: EmbeddedFont;
    _pdfMakePages: object[];
    _imageCount: number;
    openImage(picture: Buffer): object;
    registerFont(name: string, source: Uint8Array): void;
    provideFont(family: string, bold: boolean, italics: boolean): EmbeddedFont;
    getFontFile(family: string, bold: boolean, italics: boolean): string;
    resolveColor(colour: string | undefined, fallback: string): unknown;
    addPage(options: object): void;
    addContent(content: string): this;
    flushPages(): void;
    emit(event: 'error', error: unknown): boolean;
    annotate(x: number, y: number, width: number, height: number, options: object): void;
    _convertRect(x: number, y: number, width: number, height: number): [number, number, number, number];
    fillColor(colour: unknown, opacity?: number): void;
    fontSize(size: number): void;
    text(text: string, x: number, y: number, options: object): void;
    /** Sets the opacity of fills and strokes, from 0 to 1. */
    _doOpacity(fill: number, stroke: number): void;
    save(): void;
    restore(): void;
    file(bytes: Uint8Array, options: object): void;
    getStructTreeRoot(): Reference;
    getStructParentTree(): ParentTree;
    createStructParentTreeNextKey(): number;
    ref(data?: object): Reference;
    endMetadata(): void;
    push(chunk: Uint8Array | null): void;
    _write(data: string | Uint8Array): void;
    _refEnd(reference: object): void;
    _finalize(): void;
    on(event: 'data', listener: (chunk: Uint8Array) => void): this;
    on(event: 'end', listener: () => void): this;
    on(event: 'error', listener: (error: Error) => void): this;
    end(): void;
  }
  const module: { default: typeof PDFDocumentClass };
  export default module;
}

declare module 'pdfmake/js/Renderer.js' {
  import type { PDFDocumentClass } from 'pdfmake/js/PDFDocument.js';
  export class RendererClass {
    constructor(pdf: object, progress: undefined);
    pdfDocument: PDFDocumentClass;
    renderPages(pages: object[]): void;
    renderVector(vector: object): void;
    renderSVG(svg: object): void;
    renderImage(image: object): void;
    renderWatermark(page: object): void;
  }
  const module: { default: typeof RendererClass };
  export default module;
}

declare module 'pdfmake/js/TextDecorator.js' {
  const module: {
    default: new (pdf: object) => { drawDecorations(line: object, x: number, y: number): void };
  };
  export default module;
}

declare module 'pdfmake/js/DocMeasure.js' {
  export class DocMeasureClass {
    measureNode(node: object): object;
  }
  const module: { default: typeof DocMeasureClass };
  export default module;
}

declare module 'pdfmake/js/Line.js' {
  import type { LineOfText } from 'pdfmake/js/LayoutBuilder.js';
  const module: { default: new (maxWidth: number) => LineOfText };
  export default module;
}

declare module 'pdfmake/js/TextInlines.js' {
  import type { Inline } from 'pdfmake/js/LayoutBuilder.js';
  import type { PDFDocumentClass } from 'pdfmake/js/PDFDocument.js';
  /** The words of a text. The widths are those of its widest word and of its widest line. */
  export interface MeasuredText {
    items: Inline[];
    minWidth: number;
    maxWidth: number;
  }
  /** The styles of the nodes around a text. */
  export interface StyleStack {
    /** Returns null or undefined where no node has the property. */
    getProperty(property: string): unknown;
  }
  export class TextInlinesClass {
    constructor(pdf: PDFDocumentClass | null);
    pdfDocument: PDFDocumentClass;
    widthOfText(text: string, inline: object): number;
    buildInlines(text: unknown, styles: StyleStack): MeasuredText;
  }
  const module: { default: typeof TextInlinesClass };
  export default module;
}

declare module 'pdfmake/js/StyleContextStack.js' {
  import type { StyleStack } from 'pdfmake/js/TextInlines.js';
  const module: { default: new (styles: object, defaultStyle: object) => StyleStack };
  export default module;
}

declare module 'pdfmake/js/TextBreaker.js' {
  /** Splits runs of text where a line may break. Each piece has the properties of its run. */
  export class TextBreakerClass {
    getBreaks<Run extends { text: string }>(
      runs: Run[],
      styles: null,
    ): (Run & { lineEnd?: boolean; noNewLine?: boolean })[];
  }
  const module: { default: typeof TextBreakerClass };
  export default module;
}

declare module 'pdfmake/js/helpers/tools.js' {
  const module: { offsetVector(vector: object, x: number, y: number): void };
  export default module;
}

declare module 'pdfmake/js/PageSize.js' {
  /** A page's width and height in points. */
  export interface PageSize {
    width: number;
    height: number;
  }
  const module: {
    normalizePageSize(size: string, orientation: undefined): PageSize;
  };
  export default module;
}

declare module 'pdfmake/js/tableLayouts.js' {
  const module: { tableLayouts: object };
  export default module;
}
