import module, { type Inline, type LineOfText, type Node } from 'pdfmake/js/LayoutBuilder.js';
import { sum } from '../statistics/sum.js';

const { default: LayoutBuilder } = module;

/** Where something on a page comes from: the renderer asks who owns it. */
export interface Trace {
  node?: Node;
  /** The list item whose bullet or number it is. */
  markerOf?: Node;
  number: number;
  region: 'header' | 'footer' | null;
}

/** Fewer lines than this are never left alone at the foot or the head of a page. */
const TOGETHER = 2;

/**
 * pdfmake's layout with a typesetter's habits: paragraph numbers hang in the margin, headings stay with what follows, and no
 * page begins or ends with a single line of a paragraph. Decided as lines are placed, so that time grows with the text only;
 * pdfmake's own `pageBreakBefore` would lay out the whole paper again for every break.
 *
 * Nodes say what they want: `hang` (points to the left of the text where the first inline goes), `flow` (running text),
 * `keepWithNext`, and `roomNeeded` (points that a block needs before it can begin on a page).
 */
export class PaperLayoutBuilder extends LayoutBuilder {
  private traces = 0;
  private region: Trace['region'] = null;

  override processVerticalContainer(node: Node): void {
    const items = node.stack ?? [];
    items.forEach((item, index) => {
      if (item['keepWithNext'] === true) this.makeRoom(this.runHeight(items, index));
      this.processNode(item);
      node.positions.push(...item.positions);
    });
  }

  override processLeaf(node: Node): void {
    if (typeof node['hang'] === 'number') node['_hanging'] = node._inlines?.shift();
    const next = node['_keptWith'] as Node | undefined;
    if (next) this.makeRoom(this.leafHeight(node, Infinity) + this.leafHeight(next, TOGETHER));
    if (node['flow'] === true && this.writer.transactionLevel === 0) this.planBreak(node);
    super.processLeaf(node);
  }

  /** Every line of a text passes here, each after the one before it was placed. */
  override buildNextLine(node: Node): LineOfText | null {
    const line = super.buildNextLine(node);
    if (!line) return null;
    const index = typeof node['_lines'] === 'number' ? node['_lines'] : 0;
    node['_lines'] = index + 1;
    const hanging = node['_hanging'] as Inline | undefined;
    if (hanging && index === 0) {
      hanging.x = -(node['hang'] as number);
      line.inlines.unshift(hanging);
    }
    if (index > 0 && node['_breakAt'] === index) this.writer.moveToNextPage();
    this.leaveTrace(line, { node });
    return line;
  }

  override processSVG(node: Node): void {
    this.leaveTrace(node, { node });
    super.processSVG(node);
  }

  override processCanvas(node: Node): void {
    const vectors = node['canvas'] as object[];
    for (const vector of vectors) this.leaveTrace(vector, { node });
    super.processCanvas(node);
  }

  /** A bullet is a drawing, a number a piece of text; both belong to their item. */
  override processList(ordered: boolean, node: Node): void {
    const items = (ordered ? node.ol : node.ul) ?? [];
    const [secondLast, last] = items.slice(-2);
    if (secondLast && last) secondLast['_keptWith'] = last; // or a page could begin with one short item
    for (const item of items) {
      const marker = item['listMarker'] as { canvas?: object[]; _inlines?: object[] } | undefined;
      for (const drawn of marker?.canvas ?? marker?._inlines ?? [])
        this.leaveTrace(drawn, { markerOf: item });
    }
    super.processList(ordered, node);
  }

  /** Running heads and feet are no part of the text. */
  override addDynamicRepeatable(getter: unknown, size: unknown, name: string): void {
    this.region = name === 'header' ? 'header' : 'footer';
    super.addDynamicRepeatable(getter, size, name);
    this.region = null;
  }

  /** pdfmake copies what it places; the trace goes along, and copies of one line have the same number. */
  private leaveTrace(drawn: object, from: { node: Node } | { markerOf: Node }): void {
    const trace: Trace = { ...from, number: ++this.traces, region: this.region };
    Object.assign(drawn, { _trace: trace });
  }

  /** Chooses the line before which the page ends, so that neither page is left with a single line. */
  private planBreak(node: Node): void {
    const context = this.writer.context();
    if (this.heightAtMost(node, context.availableWidth) <= context.availableHeight) return;
    const lines = this.lineHeights(node, context.availableWidth);
    const height = lines[0] ?? 0;
    const total = lines.length;
    const fit = Math.floor((context.availableHeight + 0.01) / height);
    if (height === 0 || fit >= total || context.y <= context.pageMargins.top) return;
    const here = total - fit >= TOGETHER ? fit : total - TOGETHER;
    if (here < TOGETHER) this.writer.moveToNextPage();
    else node['_breakAt'] = here;
  }

  /** No text is taller than twice its length divided by the width: so much can be said without breaking it into lines. */
  private heightAtMost(node: Node, width: number): number {
    const inlines = node._inlines ?? [];
    const length = sum(inlines.map((inline) => inline.width));
    const breaks = inlines.filter((inline) => inline.lineEnd).length;
    return (Math.ceil((2 * length) / width) + breaks + 1) * (inlines[0]?.height ?? 0);
  }

  private makeRoom(height: number): void {
    const context = this.writer.context();
    if (this.writer.transactionLevel > 0 || context.y <= context.pageMargins.top) return;
    if (height > context.availableHeight) this.writer.moveToNextPage();
  }

  /** The height of headings that stand together, and of the beginning of what they head. */
  private runHeight(items: Node[], from: number): number {
    let height = 0;
    let index = from;
    for (; items[index]?.['keepWithNext'] === true; index++)
      height += this.leafHeight(items[index], Infinity);
    return height + this.leafHeight(items[index], TOGETHER);
  }

  /** The height of a text's first lines with the space above; of a list's first item; of other blocks what they say. */
  private leafHeight(node: Node | undefined, most: number): number {
    if (!node) return 0;
    if (typeof node['roomNeeded'] === 'number') return node['roomNeeded'];
    const [left, top, right, bottom] = node._margin ?? [0, 0, 0, 0];
    const first = node.ul?.[0] ?? node.ol?.[0] ?? node.stack?.[0];
    if (first) return top + this.leafHeight(first, most);
    const lines = this.lineHeights(node, this.writer.context().availableWidth - left - right);
    const shown = lines.length <= most + 1 ? lines : lines.slice(0, most); // three lines cannot be parted two and one
    return top + sum(shown) + (shown.length === lines.length ? bottom : 0);
  }

  /** The heights of a text's lines at a width, without placing them. Lines are built from copies, since building alters them. */
  private lineHeights(node: Node, width: number): number[] {
    const copies = (node._inlines ?? []).map((inline) => ({ ...inline }));
    const context = this.writer.context();
    const before = context.availableWidth;
    context.availableWidth = width;
    const heights: number[] = [];
    const copy = { _inlines: copies };
    for (let line = super.buildNextLine(copy); line; line = super.buildNextLine(copy))
      heights.push(line.getHeight());
    context.availableWidth = before;
    return heights;
  }
}
