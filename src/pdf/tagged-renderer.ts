import { setImmediate } from 'node:timers/promises';
import type { Drawing, Inline, LineOfText, Page, PageItem } from 'pdfmake/js/LayoutBuilder.js';
import type { OutlineItem, PDFDocumentClass } from 'pdfmake/js/PDFDocument.js';
import rendererModule from 'pdfmake/js/Renderer.js';
import decoratorModule from 'pdfmake/js/TextDecorator.js';
import { makeReturnAnchor } from '../model/make-return-anchor.js';
import { drawDrawing } from './drawings/draw-drawing.js';
import { LinkFinder } from './link-finder.js';
import { moveMarkersFirst } from './move-markers-first.js';
import { prepareLines } from './prepare-lines.js';
import { splitLine, type LineRun } from './split-line.js';
import { appendChild, ARTIFACTS, resolveSlot, type Owner } from './structure/element.js';
import { joinText } from './structure/join-text.js';
import type { StructureTree } from './structure/structure-tree.js';
import type { StructureWriter } from './structure/structure-writer.js';
import { HYPHEN } from './text/take-line.js';
import { TextWriter } from './text/text-writer.js';
import { usePlainSpaces } from './text/use-plain-spaces.js';
import { findTrace, type Traced } from './trace.js';

const { default: Renderer } = rendererModule;
const { default: TextDecorator } = decoratorModule;

/** The height of raised text above the line, as a multiple of its size. */
const SUPERSCRIPT_RAISE = 0.6;

const PAGES_AT_ONCE = 16;

/**
 * pdfmake's renderer, extended with tags. It marks everything that it draws with its owner: an element of the structure
 * tree or an artifact. It draws words of the same style together.
 */
export class TaggedRenderer extends Renderer {
  /** Ids of traces. A second item with the same id is a copy in a repeated header row. */
  private readonly drawn = new Set<number>();
  /** The anchors of footnotes with a place to return to. */
  private readonly citedFootnotes = new Set<string>();
  private readonly links: LinkFinder;
  private readonly outline = new Map<string, OutlineItem>();
  private readonly text = new TextWriter(this.pdfDocument);
  private readonly decorator = new TextDecorator(this.pdfDocument);

  constructor(
    pdf: PDFDocumentClass,
    private readonly tree: StructureTree,
    private readonly writer: StructureWriter,
  ) {
    super(pdf, undefined);
    this.links = new LinkFinder(tree);
  }

  /** Draws all pages. Stops now and then, so that finished pages are compressed and leave the memory. */
  async drawPages(pages: Page[]): Promise<void> {
    this.pdfDocument._pdfMakePages = pages;
    prepareLines(pages, this.links);
    for (const [index, page] of pages.entries()) {
      if (index % PAGES_AT_ONCE === PAGES_AT_ONCE - 1) await setImmediate();
      this.pdfDocument.addPage({ size: [page.pageSize.width, page.pageSize.height] });
      this.text.startPage();
      for (const item of moveMarkersFirst(page.items)) this.draw(item);
      if (page.watermark) this.drawIsolated(ARTIFACTS.watermark, () => this.renderWatermark(page));
      this.writer.leave();
    }
  }

  private draw(pageItem: PageItem): void {
    switch (pageItem.type) {
      case 'line':
        this.drawLine(pageItem.item);
        break;
      case 'vector':
        this.drawVector(pageItem.item);
        break;
      case 'svg':
        this.drawFigure(pageItem.item, () => this.drawSvg(pageItem.item));
        break;
      case 'image':
        this.drawFigure(pageItem.item, () => this.renderImage(pageItem.item));
        break;
      case 'beginClip':
      case 'endClip':
        throw new Error(`internal error: ${pageItem.type} is not supported`);
      default:
        pageItem satisfies never;
    }
  }

  private findOwner(item: Traced): Owner {
    const trace = findTrace(item);
    if (!trace) return ARTIFACTS.layout;
    if (trace.region) return ARTIFACTS[trace.region];
    if (this.drawn.has(trace.id)) return ARTIFACTS.repeated;
    this.drawn.add(trace.id);
    const owner = (trace.isMarker ? this.tree.labels : this.tree.owners).get(trace.node);
    if (!owner)
      throw new Error(`internal error: not in the structure tree: ${joinText(trace.node.text).slice(0, 80)}`);
    return owner;
  }

  /** Restores the colours and line styles that the drawing changes. */
  private drawIsolated(owner: Owner, draw: () => void): void {
    this.writer.enter(owner);
    this.pdfDocument.save();
    draw();
    this.pdfDocument.restore();
  }

  private drawVector(vector: Traced): void {
    this.drawIsolated(this.findOwner(vector), () => this.renderVector(vector));
  }

  /** Draws a chart, a diagram, or a picture of the author, which may have any SVG. */
  private drawSvg(drawing: Drawing): void {
    const { svg, x, y, _width: width, _height: height } = drawing;
    if (drawing.isOwnDrawing && svg !== undefined)
      drawDrawing(this.pdfDocument, svg, { x, y, width, height });
    else this.renderSVG(drawing);
  }

  private drawFigure(drawing: Drawing, draw: () => void): void {
    const owner = this.findOwner(drawing);
    const { x, y, _width, _height } = drawing;
    if (owner.kind === 'element')
      resolveSlot(owner).properties.box = this.pdfDocument._convertRect(x, y, _width, _height);
    this.drawIsolated(owner, draw);
  }

  private drawLine(line: LineOfText): void {
    const { x, y } = line;
    const owner = this.findOwner(line);
    if (owner !== ARTIFACTS.repeated) {
      if (line._outline) this.addBookmark(line._outline);
      if (line.id) this.writer.addDestination(line.id, owner, x, y);
    }
    for (const run of splitLine(line, (inline) =>
      owner.kind === 'element' ? this.links.find(inline) : null,
    ))
      this.drawRun(run, line, owner);
    if (line.inlines.some(({ decoration }) => decoration))
      this.drawIsolated(ARTIFACTS.layout, () => this.decorator.drawDecorations(line, x, y));
  }

  private drawRun(run: LineRun, line: LineOfText, owner: Owner): void {
    this.drawText(run, line, owner);
    this.addLinkArea(run, line);
  }

  private drawText({ inlines, link }: LineRun, line: LineOfText, owner: Owner): void {
    const [first] = inlines;
    if (!first) return;
    if (link?.element.parent === null && owner.kind === 'element') appendChild(owner, link.element);
    const text = joinWords(inlines, line);
    if (first.sup) this.addReturnDestination(first, line, link ? link.element : owner);
    if (line.inlines.length === 1 && text.trim() === '') return;
    this.writer.enter(link ? link.element : owner);
    const raise = first.sup ? first.fontSize * SUPERSCRIPT_RAISE : 0;
    const baseline = line.y + line.getAscenderHeight() - raise;
    this.text.write(text, first, line.x + first.x, baseline);
    this.drawHyphen(inlines.at(-1), line, baseline);
  }

  /** A hyphen within a word belongs to the layout, so that the word is read whole. */
  private drawHyphen(word: Inline | undefined, { x }: LineOfText, baseline: number): void {
    if (!word || word.hyphenWidth === 0) return;
    this.writer.enter(ARTIFACTS.layout);
    this.text.write(HYPHEN, word, x + word.x + word.width, baseline);
  }

  /** A footnote leads back to the first place that cites it. */
  private addReturnDestination({ linkToDestination, x }: Inline, line: LineOfText, citation: Owner): void {
    if (!linkToDestination || this.citedFootnotes.has(linkToDestination)) return;
    this.citedFootnotes.add(linkToDestination);
    const name = makeReturnAnchor(linkToDestination);
    this.writer.addDestination(name, citation, line.x + x, line.y);
  }

  private addLinkArea({ inlines, link }: LineRun, line: LineOfText): void {
    const [first, last] = [inlines[0], inlines.at(-1)];
    if (!link || !first || !last) return;
    const width = last.x + last.width - (last.trailingCut || 0) - first.x;
    const area = { x: line.x + first.x, y: line.y, width, height: line.getHeight() };
    this.writer.addLink(link.element, area, link.target, link.contents.trim());
  }

  private addBookmark({ text, id, parentId, expanded }: NonNullable<LineOfText['_outline']>): void {
    const parent = (parentId !== undefined && this.outline.get(parentId)) || this.pdfDocument.outline;
    const item = parent.addItem(text, { expanded });
    if (id === undefined) return;
    this.outline.set(id, item);
    this.writer.chooseOutlineTarget(item, id);
  }
}

/**
 * Adds a space at the end of the line. Without it, screen readers join the words at a line break. No-break spaces have done their work
 * when lines are made: copied text and searches get plain spaces.
 */
function joinWords(inlines: LineRun['inlines'], line: LineOfText): string {
  const text = usePlainSpaces(inlines.map((inline) => inline.text).join(''));
  const isLast = line.inlines.at(-1) === inlines.at(-1);
  const isWhole = !inlines.at(-1)?.hyphenWidth;
  return isLast && isWhole && !/\s$/.test(text) ? `${text} ` : text;
}
