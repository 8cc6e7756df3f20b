import module, {
  type Inline,
  type LineOfText,
  type Node,
  type Page,
  type TableRow,
} from 'pdfmake/js/LayoutBuilder.js';
import type { PDFDocumentClass } from 'pdfmake/js/PDFDocument.js';
import { noCache, type Cache } from '../../model/cache.js';
import { FastTextInlines } from '../text/fast-text-inlines.js';
import { takeLine } from '../text/take-line.js';
import type { Trace, Traced } from '../trace.js';
import type { GalleyBox } from './galley-box.js';
import { makePages, type PageFormat } from './make-pages.js';

const { default: LayoutBuilder } = module;

/** A page neither starts nor ends with fewer lines of a text than this. */
const MIN_LINES_TOGETHER = 2;

/** The costs of page breaks, in points of empty space. See `Box.breakCost`. */
const COSTS = {
  /** A heading may as well start a page. */
  aboveHeading: -20,
  /** Between two lines of a text. */
  inText: 12,
  /** Between a single item or row and the others of its list or table. */
  aboveLonePart: 60,
  /** Between two rows of a table. */
  betweenRows: 10,
};

/** The height of the galley in points: more than any paper has. */
const GALLEY_HEIGHT = 1e8;

/**
 * Lays out the whole paper once on a galley, which is a single column without page breaks. Records as boxes where the text may
 * break. Then places the boxes on pages, and adds the head and foot of each page.
 *
 * pdfmake measures and lays out the blocks. The nodes' `LayoutHints` say which breaks are allowed.
 */
export class GalleyBuilder extends LayoutBuilder {
  private readonly boxes: GalleyBox[] = [];
  /** The lower edge of the last box with the space below it, in points below the top of the galley. */
  private bottom = 0;
  /** The cost of a break above the next box, if the part before it decides that. */
  private nextCost: number | null = null;
  /** More than 0 within a part that is a single box. */
  private depth = 0;
  /** The upper edges of the rows of the table in progress. */
  private rowTops: number[] = [];
  private readonly hangingRuns = new WeakMap<Pick<Node, '_inlines'>, Inline>();
  private readonly costs = new WeakMap<Node, number>();
  private traceCount = 0;
  private region: Trace['region'] = null;

  constructor(
    private readonly format: PageFormat,
    svgMeasure: object,
    private readonly cache: Cache = noCache,
  ) {
    super({ width: format.size.width, height: GALLEY_HEIGHT }, format.margins, svgMeasure);
  }

  override tryLayoutDocument(content: object, pdf: PDFDocumentClass, ...rest: unknown[]): object {
    this.docMeasure.textInlines = new FastTextInlines(pdf, this.cache);
    return super.tryLayoutDocument(content, pdf, ...rest);
  }

  override processNode(node: Node): void {
    if (!this.isDividing()) super.processNode(node);
    else if (node.isFootnote || node.isFootnoteRule || node.isOnlyRepeated) this.processAside(node);
    else this.processPart(node);
  }

  /** True while the parts of the text become boxes of their own. */
  private isDividing(): boolean {
    return this.depth === 0 && this.region === null;
  }

  private processPart(node: Node): void {
    const start = this.boxes.length;
    const { breakAbove } = node;
    if (breakAbove === 'always') this.nextCost = -Infinity;
    else this.nextCost ??= breakAbove === 'welcome' ? COSTS.aboveHeading : (this.costs.get(node) ?? null);
    if (isDivisible(node)) super.processNode(node);
    else this.processWhole(node);
    const first = this.boxes[start];
    if (!first) return;
    if (node.stopsFloats) first.stopsFloats = true;
    if (node.startsSection) first.startsSection = true;
    if (node.fromPages !== undefined)
      for (const box of this.boxes.slice(start)) box.fromPages = node.fromPages;
    if (node.floats) this.finishFloat(start, node.floats);
    this.addSpaceBelow(node);
    if (node.keepWithNext) this.nextCost = Infinity;
  }

  /** Gives the margin below a node to its last box, so that the text after a float keeps its distance when the float moves. */
  private addSpaceBelow({ _margin }: Node): void {
    const below = _margin?.[3] ?? 0;
    const last = this.boxes.findLast((box) => !isAside(box));
    if (last) last.spaceBelow = (last.spaceBelow ?? 0) + below;
    this.bottom += below;
  }

  /** Makes a node one box, without its margins. */
  private processWhole(node: Node): void {
    const [, above, , below] = node._margin ?? [0, 0, 0, 0];
    const { y } = this.writer.context();
    this.depth++;
    super.processNode(node);
    this.depth--;
    this.addBox({ top: y + above, bottom: this.writer.context().y - below });
  }

  /** Lays out a part that has no place in the text, which goes on as if the part took no space. */
  private processAside(node: Node): void {
    const { bottom, nextCost } = this;
    const { y } = this.writer.context();
    this.processWhole(node);
    const box = this.boxes.at(-1);
    if (box) describeAside(box, node);
    this.bottom = bottom + this.writer.context().y - y;
    this.nextCost = nextCost;
  }

  private addBox({ top, bottom, breakCost = 0, repeated }: NewBox): void {
    this.boxes.push({
      top,
      bottom,
      height: bottom - top,
      space: top - this.bottom,
      breakCost: this.nextCost ?? breakCost,
      ...(repeated && repeated.length > 0 && { repeated }),
    });
    this.bottom = bottom;
    this.nextCost = null;
  }

  /** Makes a figure, or a table that fits on a page, one box that floats. A longer table repeats its caption on later pages. */
  private finishFloat(start: number, floats: NonNullable<Node['floats']>): void {
    const parts = this.boxes.slice(start);
    const shown = parts.filter((part) => !isAside(part));
    const [first, last] = [shown[0], shown.at(-1)];
    if (!first || !last) return;
    const height = last.bottom - first.top;
    if (floats === 'always' || height <= this.format.textHeight) {
      const { bottom, spaceBelow } = last;
      const whole = { ...first, bottom, height, floats: true, ...(spaceBelow && { spaceBelow }) };
      this.boxes.splice(start, Infinity, whole, ...parts.filter(({ isOnlyRepeated }) => isOnlyRepeated));
      return;
    }
    first.stopsFloats = true;
    const caption = parts.findIndex(({ isOnlyRepeated }) => isOnlyRepeated);
    for (const part of caption < 0 ? [] : shown)
      if (part.repeated) part.repeated = [start + caption, ...part.repeated];
  }

  override processVerticalContainer(node: Node): void {
    for (const item of node.stack ?? []) {
      this.processNode(item);
      for (const position of item.positions) node.positions.push(position); // a call cannot have 100,000 arguments
    }
  }

  override processLeaf(node: Node): void {
    const page = this.writer.context().getCurrentPage();
    const start = page.items.length;
    if (node.hang !== undefined) {
      const run = node._inlines?.shift();
      if (run) this.hangingRuns.set(node, run);
    }
    super.processLeaf(node);
    if (this.isDividing()) this.addLines(listLines(page, start, node));
  }

  /** Adds the lines of a text. No page starts or ends with a single one of them. */
  private addLines(lines: readonly LineOfText[]): void {
    lines.forEach((line, index) => {
      const isInside = index >= MIN_LINES_TOGETHER && lines.length - index >= MIN_LINES_TOGETHER;
      const breakCost = isInside ? COSTS.inText : Infinity;
      this.addBox({
        top: line.y,
        bottom: line.y + line.getHeight(),
        ...(index > 0 && { breakCost }),
      });
    });
  }

  override buildNextLine(node: Node): LineOfText | null {
    const line = takeLine(node._inlines ?? [], this.writer.context().availableWidth);
    if (!line) return null;
    const run = this.hangingRuns.get(node);
    if (run) {
      run.x = -(node.hang ?? 0);
      line.inlines.unshift(run);
      this.hangingRuns.delete(node);
    }
    this.setTrace(line, node);
    return line;
  }

  override processTable(node: Node): void {
    // pdfmake puts tints before all other drawings of the galley, unless it has a background.
    const context = this.writer.context();
    context.backgroundLength[context.page] = context.getCurrentPage().items.length;
    if (!this.isDividing()) {
      super.processTable(node);
      return;
    }
    this.rowTops = [];
    const top = context.y; // The line above the first row belongs to it.
    super.processTable(node);
    this.addRows(node, [top, ...this.rowTops.slice(1), this.writer.context().y]);
  }

  override processRow(row: TableRow): object {
    if (!this.isDividing()) return super.processRow(row);
    const { tableNode, rowIndex } = row;
    const padding = tableNode?._layout.paddingTop(rowIndex, tableNode) ?? 0;
    this.rowTops.push(this.writer.context().y - padding);
    this.depth++;
    const result = super.processRow(row);
    this.depth--;
    return result;
  }

  /** Adds the rows of a table. The head stays with the first row, and starts each page that the table reaches. */
  private addRows({ headRows = 0, table }: Node, edges: readonly number[]): void {
    const rows = table?.body ?? [];
    const head = Array.from({ length: headRows }, (_, index) => this.boxes.length + index);
    rows.forEach((cells, index) => {
      const before = rows[index - 1]?.[0];
      const isKept =
        index <= headRows || before?.keepWithNext === true || cells[0]?.keepWithPrevious === true;
      const isLone = index === headRows + 1 || index === rows.length - 1;
      const breakCost = isLone ? COSTS.aboveLonePart : COSTS.betweenRows;
      this.addBox({
        top: edges[index] ?? 0,
        bottom: edges[index + 1] ?? 0,
        ...(index > 0 && { breakCost: isKept ? Infinity : breakCost }),
        ...(index > headRows && { repeated: head }),
      });
    });
  }

  override processSVG(node: Node): void {
    this.setTrace(node, node);
    super.processSVG(node);
  }

  override processImage(node: Node): void {
    this.setTrace(node, node);
    super.processImage(node);
  }

  override processCanvas(node: Node): void {
    for (const vector of node.canvas ?? []) this.setTrace(vector, node);
    super.processCanvas(node);
  }

  /** A bullet is a drawing and a number is text. Both belong to their item. */
  override processList(ordered: boolean, node: Node): void {
    const items = (ordered ? node.ol : node.ul) ?? [];
    for (const item of items) {
      const marker = item.listMarker;
      for (const part of marker?.canvas ?? marker?._inlines ?? []) this.setTrace(part, item, true);
    }
    const last = items.at(-1);
    for (const item of [items[1], last]) if (item) this.costs.set(item, COSTS.aboveLonePart);
    super.processList(ordered, node);
    // A page does not start with a single line.
    const box = this.boxes.at(-1);
    if (this.isDividing() && items.length > 1 && box?.breakCost === COSTS.aboveLonePart)
      box.breakCost = Infinity;
  }

  /** pdfmake calls this when the text is laid out. */
  override addHeadersAndFooters(header: unknown, footer: unknown): void {
    const context = this.writer.context();
    const { items } = context.getCurrentPage();
    context.pages = makePages({ items, boxes: this.boxes }, this.format);
    context.backgroundLength = context.pages.map(() => 0);
    super.addHeadersAndFooters(header, footer);
  }

  override addDynamicRepeatable(getter: unknown, size: unknown, name: string): void {
    this.region = name === 'header' ? 'header' : 'footer';
    super.addDynamicRepeatable(getter, size, name);
    this.region = null;
  }

  private setTrace(item: Traced, node: Node, isMarker = false): void {
    item._trace = { id: ++this.traceCount, node, isMarker, region: this.region };
  }
}

type NewBox = Pick<GalleyBox, 'top' | 'bottom' | 'repeated'> & Partial<Pick<GalleyBox, 'breakCost'>>;

function isAside({ isOnlyRepeated, isFootnote }: GalleyBox): boolean {
  return Boolean(isOnlyRepeated ?? isFootnote);
}

/** The margins of a footnote and of the line above footnotes belong to their boxes, which have no space between them. */
function describeAside(box: GalleyBox, { id, isFootnote, isFootnoteRule, _margin }: Node): void {
  if (!isFootnote && !isFootnoteRule) {
    box.isOnlyRepeated = true;
    return;
  }
  const [, above, , below] = _margin ?? [0, 0, 0, 0];
  box.top -= above;
  box.bottom += below;
  box.height = box.bottom - box.top;
  box.space = 0;
  if (isFootnoteRule) [box.isFootnoteRule, box.isOnlyRepeated] = [true, true];
  else [box.isFootnote, box.footnote] = [true, id ?? ''];
}

/** Returns true if a node has parts between which a page may end. */
function isDivisible(node: Node): boolean {
  return Boolean(node.stack ?? node.ul ?? node.ol ?? node.table) || node.flow === true;
}

/** Lists the lines of a text among the items that were added for it. The numbers of lists are lines as well. */
function listLines({ items }: Page, start: number, node: Node): LineOfText[] {
  return items
    .slice(start)
    .flatMap(({ type, item }) =>
      type === 'line' && item._trace?.node === node && !item._trace.isMarker ? [item] : [],
    );
}
