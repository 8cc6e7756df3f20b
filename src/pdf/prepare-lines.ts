import type { LineOfText, Page } from 'pdfmake/js/LayoutBuilder.js';
import inlinesModule from 'pdfmake/js/TextInlines.js';
import type { LinkFinder } from './link-finder.js';

const { default: TextInlines } = inlinesModule;

/**
 * Fills in page numbers and collects the links of all lines, before anything is drawn. Copies of a line have
 * no links.
 */
export function prepareLines(pages: Page[], links: LinkFinder): void {
  const measure = new TextInlines(null);
  const prepared = new Set<number>();
  for (const { type, item } of pages.flatMap(({ items }) => items)) {
    if (type !== 'line') continue;
    fillPageNumber(item, measure);
    const trace = item._trace;
    if (!trace || trace.isMarker || trace.region || prepared.has(trace.id)) continue;
    prepared.add(trace.id);
    links.addLine(item, trace.node);
  }
}

/** pdfmake lays out "00000" for a page number that it does not know yet. */
function fillPageNumber(line: LineOfText, measure: InstanceType<typeof TextInlines>): void {
  const inline = line.inlines[0];
  const page = line._pageNodeRef?.positions?.[0]?.pageNumber;
  if (!inline || page === undefined) return;
  inline.text = String(page);
  const width = measure.widthOfText(inline.text, inline);
  inline.x += inline.alignment === 'right' ? inline.width - width : 0;
  inline.width = width;
}
