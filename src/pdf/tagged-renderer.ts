import type { Inline, LineOfText, Page, PageItem } from 'pdfmake/js/LayoutBuilder.js';
import type { PDFDocumentClass } from 'pdfmake/js/PDFDocument.js';
import rendererModule from 'pdfmake/js/Renderer.js';
import decoratorModule from 'pdfmake/js/TextDecorator.js';
import inlinesModule from 'pdfmake/js/TextInlines.js';
import type { Trace } from './paper-layout-builder.js';
import { plain, type TaggedNode } from './structure-tree.js';
import { pdfString, type StructureWriter } from './structure-writer.js';
import { append, ARTIFACTS, element, realElement, type Element, type Owner } from './structure.js';

const { default: Renderer } = rendererModule;
const { default: TextDecorator } = decoratorModule;
const { default: TextInlines } = inlinesModule;

/** A link within a text, which may run over several words and lines. */
interface TextLink {
  link: Element;
  target: Record<string, unknown>;
  contents: string;
}

/** Words of a line that are drawn at once. */
interface Run {
  inlines: Inline[];
  owner: Owner;
  link: TextLink | null;
}

/**
 * pdfmake's renderer, which tells of everything it draws whose it is: an element of the structure tree, or none (an artifact).
 * Marked content changes only with the owner, and words of one style are drawn together.
 */
export class TaggedRenderer extends Renderer {
  private readonly seen = new Set<number>();
  private readonly links = new Map<TaggedNode, { key: string; found: TextLink | null }>();
  private readonly outline = new Map<string, PDFDocumentClass['outline']>();
  private readonly decorator = new TextDecorator(this.pdfDocument);
  private readonly measure = new TextInlines(null);

  constructor(
    pdf: PDFDocumentClass,
    private readonly structure: StructureWriter,
  ) {
    super(pdf, undefined);
  }

  drawPages(pages: Page[]): void {
    const { pdfDocument: pdf, structure } = this;
    pdf._pdfMakePages = pages;
    for (const page of pages)
      for (const item of page.items) if (item.type === 'line') this.findLinks(item.item);
    this.seen.clear();
    for (const page of pages) {
      pdf.addPage({ size: [page.pageSize.width, page.pageSize.height] });
      for (const item of markersFirst(page.items)) this.draw(item);
      if (page.watermark) this.isolate(ARTIFACTS.watermark, () => this.renderWatermark(page));
      structure.leave();
    }
  }

  private draw({ type, item }: PageItem): void {
    switch (type) {
      case 'line': {
        this.drawLine(item);
        return;
      }
      case 'vector':
      case 'svg': {
        this.drawGraphic(type, item);
        return;
      }
      default:
        throw new Error(`the page item ${type} is not drawn`);
    }
  }

  /** Whose it is. A line that was there before is a table's head, repeated on a new page. */
  private ownerOf(drawn: Record<string, unknown>): Owner {
    const trace = traceOf(drawn);
    if (!trace) return ARTIFACTS.layout; // rules and tints, which no node draws by itself
    if (trace.region) return ARTIFACTS[trace.region];
    if (this.seen.has(trace.number)) return ARTIFACTS.repeated;
    this.seen.add(trace.number);
    const owner = trace.markerOf
      ? (trace.markerOf as TaggedNode)._label
      : (trace.node as TaggedNode | undefined)?._owner;
    if (!owner) throw new Error(`not in the structure tree: ${plain(trace.node?.text).slice(0, 80)}`);
    return owner;
  }

  /** What it changes of colours and line styles ends with it. */
  private isolate(owner: Owner, draw: () => void): void {
    this.structure.enter(owner);
    this.pdfDocument.save();
    draw();
    this.pdfDocument.restore();
  }

  private drawGraphic(type: 'vector' | 'svg', item: Record<string, unknown>): void {
    const owner = this.ownerOf(item);
    if (type === 'vector') {
      this.isolate(owner, () => this.renderVector(item));
      return;
    }
    const { x, y, _width, _height } = item as Record<string, number>;
    if (owner.kind === 'element')
      realElement(owner).properties.box = this.pdfDocument._convertRect(
        x ?? 0,
        y ?? 0,
        _width ?? 0,
        _height ?? 0,
      );
    this.isolate(owner, () => this.renderSVG(item));
  }

  /** Before anything is drawn: a link's contents are known only when all its words are. */
  private findLinks(line: LineOfText): void {
    this.fillPageNumber(line);
    const trace = line['_trace'] as Trace | undefined;
    const node = trace?.node as TaggedNode | undefined;
    if (!trace || !node || trace.region || this.seen.has(trace.number)) return;
    this.seen.add(trace.number);
    const owner = node._owner;
    if (owner?.kind !== 'element') return;
    let state = this.links.get(node);
    if (!state) this.links.set(node, (state = { key: '', found: null }));
    for (const inline of line.inlines) {
      const target = targetOf(inline);
      const key = target ? `${inline.link ?? ''} ${inline.linkToDestination ?? ''}` : '';
      if (target === null) state.found = null;
      else if (!state.found || state.key !== key)
        state.found = node._contentsLink
          ? { link: node._contentsLink.link, target, contents: node._contentsLink.label }
          : { link: element('Link'), target, contents: '' };
      state.key = key;
      if (!state.found) continue;
      if (!node._contentsLink) state.found.contents += inline.text;
      inline['_link'] = state.found;
    }
  }

  /** pdfmake puts "00000" where a page number will stand, and aligns that. */
  private fillPageNumber(line: LineOfText): void {
    const inline = line.inlines[0];
    const page = line._pageNodeRef?.positions?.[0]?.pageNumber;
    if (!inline || page === undefined || inline['_filled'] === true) return;
    inline.text = String(page);
    const width = this.measure.widthOfText(inline.text, inline);
    inline.x += inline.alignment === 'right' ? inline.width - width : 0;
    inline.width = width;
    inline['_filled'] = true;
  }

  private drawLine(line: LineOfText): void {
    const { x, y } = line;
    const owner = this.ownerOf(line);
    const first = owner !== ARTIFACTS.repeated;
    if (first && line._outline) this.addBookmark(line._outline);
    if (first && line.id) this.pdfDocument.addNamedDestination(line.id, 'XYZ', x, y, null);
    const height = line.getHeight();
    for (const run of runsOf(line, owner)) {
      this.drawRun(run, line);
      if (run.link) {
        const [begin, end] = [run.inlines[0], run.inlines.at(-1)];
        if (!begin || !end) continue;
        const width = end.x + end.width - (end.trailingCut || 0) - begin.x;
        const area = { x: x + begin.x, y, width, height };
        this.structure.link(run.link.link, area, run.link.target, run.link.contents.trim());
      }
    }
    if (line.inlines.some(({ decoration }) => decoration))
      this.isolate(ARTIFACTS.layout, () => this.decorator.drawDecorations(line, x, y));
  }

  private drawRun({ inlines, owner, link }: Run, line: LineOfText): void {
    const first = inlines[0];
    if (!first) return;
    const { pdfDocument: pdf } = this;
    let holder = owner;
    if (link && owner.kind === 'element') {
      if (link.link.parent === null) append(owner, link.link);
      holder = link.link;
    }
    const last = line.inlines.at(-1) === inlines.at(-1);
    const words = inlines.map(({ text }) => text).join('');
    const text = last && !/\s$/.test(words) ? `${words} ` : words; // or a reader would join it to the next line's word
    if (text.trim() === '' && line.inlines.length === 1) return;
    this.structure.enter(holder);
    pdf.fillColor(pdf.resolveColor(first.color, 'black'));
    pdf._font = first.font;
    pdf.fontSize(first.fontSize);
    const baseline = line.getAscenderHeight() - (first.font.ascender / 1000) * first.fontSize;
    pdf.text(text, line.x + first.x, line.y + baseline, { lineBreak: false, wordCount: 1 });
  }

  private addBookmark({ text, id, parentId, expanded }: NonNullable<LineOfText['_outline']>): void {
    const parent = (parentId !== undefined && this.outline.get(parentId)) || this.pdfDocument.outline;
    const item = parent.addItem(text, { expanded });
    if (id !== undefined) this.outline.set(id, item);
  }
}

function traceOf(drawn: Record<string, unknown>): Trace | undefined {
  const inlines = drawn['inlines'] as Inline[] | undefined; // of a list's number, whose line pdfmake makes when it places it
  return (drawn['_trace'] ?? inlines?.[0]?.['_trace']) as Trace | undefined;
}

/** pdfmake places a list's number after the line that it stands before; text that is copied keeps the order it is drawn in. */
function markersFirst(items: PageItem[]): PageItem[] {
  const ordered: PageItem[] = [];
  for (const item of items) {
    if (item.type === 'line' && traceOf(item.item)?.markerOf) ordered.splice(-1, 0, item);
    else ordered.push(item);
  }
  return ordered;
}

/** Neighbours of one style and link that touch: one piece of text. */
function runsOf(line: LineOfText, owner: Owner): Run[] {
  const runs: Run[] = [];
  for (const inline of line.inlines) {
    const link = owner.kind === 'element' ? ((inline['_link'] as TextLink | undefined) ?? null) : null;
    const run = runs.at(-1);
    const before = run?.inlines.at(-1);
    if (
      run &&
      before &&
      run.link === link &&
      before.font === inline.font &&
      before.fontSize === inline.fontSize &&
      before.color === inline.color &&
      Math.abs(before.x + before.width - inline.x) < 0.01
    )
      run.inlines.push(inline);
    else runs.push({ inlines: [inline], owner, link });
  }
  return runs;
}

function targetOf({ link, linkToDestination }: Inline): Record<string, unknown> | null {
  if (linkToDestination) return { Dest: pdfString(linkToDestination) };
  return link ? { A: { Type: 'Action', S: 'URI', URI: pdfString(link) } } : null;
}
