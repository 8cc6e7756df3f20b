import module, { type Inline, type LineOfText, type Node } from 'pdfmake/js/LayoutBuilder.js';
import { sum } from '../statistics/sum.js';
import type { Trace, Traced } from './trace.js';

const { default: LayoutBuilder } = module;

/** A page neither starts nor ends with fewer lines of a text than this. */
const MIN_LINES_TOGETHER = 2;

/** The progress of a text that is placed line by line. */
interface TextState {
  lineCount: number;
  /** The run that hangs to the left of the first line. */
  hanging?: Inline | undefined;
  /** The index of the line that starts a new page. */
  breakAt?: number;
}

/**
 * pdfmake's layout with our rules for page breaks. Paragraph numbers hang in the margin. Headings stay with
 * the text after them. No page starts or ends with a single line of a paragraph. The nodes' `LayoutHints` say
 * where the rules apply.
 *
 * Breaks are decided while lines are placed, so that time grows in proportion to the text. pdfmake's own
 * `pageBreakBefore` lays out the whole paper again for every break.
 */
export class PaperLayoutBuilder extends LayoutBuilder {
  private traceCount = 0;
  private region: Trace['region'] = null;
  private readonly textStates = new WeakMap<Pick<Node, '_inlines'>, TextState>();
  /** The last item of each list, by the item before it. */
  private readonly lastItems = new WeakMap<Node, Node>();

  override processVerticalContainer(node: Node): void {
    const items = node.stack ?? [];
    items.forEach((item, index) => {
      if (item.keepWithNext) this.makeRoom(this.measureKeptTogether(items, index));
      if (this.isAtPageTop()) delete item.pageBreak; // the page is new already
      this.processNode(item);
      node.positions.push(...item.positions);
    });
  }

  override processLeaf(node: Node): void {
    const state: TextState = { lineCount: 0 };
    this.textStates.set(node, state);
    if (node.hang !== undefined) state.hanging = node._inlines?.shift();
    const lastItem = this.lastItems.get(node);
    if (lastItem)
      this.makeRoom(this.measureStart(node, Infinity) + this.measureStart(lastItem, MIN_LINES_TOGETHER));
    if (node.flow && this.writer.transactionLevel === 0) this.planBreak(node, state);
    super.processLeaf(node);
  }

  /** pdfmake calls this for every line of a text, after it has placed the line before. */
  override buildNextLine(node: Node): LineOfText | null {
    const line = super.buildNextLine(node);
    if (!line) return null;
    const state = this.textStates.get(node) ?? { lineCount: 0 };
    this.textStates.set(node, state);
    const index = state.lineCount++;
    if (state.hanging && index === 0) {
      state.hanging.x = -(node.hang ?? 0);
      line.inlines.unshift(state.hanging);
    }
    if (index > 0 && state.breakAt === index) this.writer.moveToNextPage();
    this.setTrace(line, node);
    return line;
  }

  override processSVG(node: Node): void {
    this.setTrace(node, node);
    super.processSVG(node);
  }

  override processCanvas(node: Node): void {
    for (const vector of node.canvas ?? []) this.setTrace(vector, node);
    super.processCanvas(node);
  }

  /** A bullet is a drawing and a number is text. Both belong to their item. */
  override processList(ordered: boolean, node: Node): void {
    const items = (ordered ? node.ol : node.ul) ?? [];
    const [secondLast, last] = items.slice(-2);
    if (secondLast && last) this.lastItems.set(secondLast, last); // A page must not start with a single short item.
    for (const item of items) {
      const marker = item.listMarker;
      for (const part of marker?.canvas ?? marker?._inlines ?? []) this.setTrace(part, item, true);
    }
    super.processList(ordered, node);
  }

  override addDynamicRepeatable(getter: unknown, size: unknown, name: string): void {
    this.region = name === 'header' ? 'header' : 'footer';
    super.addDynamicRepeatable(getter, size, name);
    this.region = null;
  }

  private setTrace(item: Traced, node: Node, isMarker = false): void {
    item._trace = { id: ++this.traceCount, node, isMarker, region: this.region };
  }

  /** Plans the page break within a text so that neither page gets a single line. */
  private planBreak(node: Node, state: TextState): void {
    const { availableWidth, availableHeight, y, pageMargins } = this.writer.context();
    if (measureUpperBound(node, availableWidth) <= availableHeight) return;
    const lines = this.measureLines(node, availableWidth);
    const height = lines[0] ?? 0;
    const fitting = Math.floor((availableHeight + ROUNDING_ERROR) / height);
    if (height === 0 || fitting >= lines.length || y <= pageMargins.top) return;
    const linesHere = Math.min(fitting, lines.length - MIN_LINES_TOGETHER);
    if (linesHere < MIN_LINES_TOGETHER) this.writer.moveToNextPage();
    else state.breakAt = linesHere;
  }

  /** Starts a new page if less than this height is left. */
  private makeRoom(height: number): void {
    if (this.writer.transactionLevel > 0 || this.isAtPageTop()) return;
    if (height > this.writer.context().availableHeight) this.writer.moveToNextPage();
  }

  private isAtPageTop(): boolean {
    const { y, pageMargins } = this.writer.context();
    return y <= pageMargins.top;
  }

  /** Returns the height of consecutive headings and of the start of the text after them. */
  private measureKeptTogether(items: Node[], index: number): number {
    const item = items[index];
    if (!item?.keepWithNext) return this.measureStart(item, MIN_LINES_TOGETHER);
    return this.measureStart(item, Infinity) + this.measureKeptTogether(items, index + 1);
  }

  /** Returns a block's own estimate, or the height of its first lines with the space above them. */
  private measureStart(node: Node | undefined, maxLines: number): number {
    if (!node) return 0;
    if (node.roomNeeded !== undefined) return node.roomNeeded;
    const [left, top, right, bottom] = node._margin ?? [0, 0, 0, 0];
    const first = node.ul?.[0] ?? node.ol?.[0] ?? node.stack?.[0];
    if (first) return top + this.measureStart(first, maxLines);
    const lines = this.measureLines(node, this.writer.context().availableWidth - left - right);
    // Three lines stay together: one of the two pages would get a single line.
    const start = lines.length <= maxLines + 1 ? lines : lines.slice(0, maxLines);
    return top + sum(start) + (start.length === lines.length ? bottom : 0);
  }

  /**
   * Returns the heights of a text's lines without placing them. It works on copies, because pdfmake changes
   * what it builds.
   */
  private measureLines(node: Node, width: number): number[] {
    const copy = { _inlines: (node._inlines ?? []).map((inline) => ({ ...inline })) };
    const context = this.writer.context();
    const { availableWidth } = context;
    context.availableWidth = width;
    const heights: number[] = [];
    for (let line = super.buildNextLine(copy); line; line = super.buildNextLine(copy))
      heights.push(line.getHeight());
    context.availableWidth = availableWidth;
    return heights;
  }
}

/** A tolerance in points, because sums of line heights are not exact. */
const ROUNDING_ERROR = 0.01;

/** Returns an upper bound of a text's height without breaking it into lines. A line is at least half full. */
function measureUpperBound({ _inlines: inlines = [] }: Node, width: number): number {
  const length = sum(inlines.map((inline) => inline.width));
  const breakCount = inlines.filter((inline) => inline.lineEnd).length;
  return (Math.ceil((2 * length) / width) + breakCount + 1) * (inlines[0]?.height ?? 0);
}
