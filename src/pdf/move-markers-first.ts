import type { PageItem } from 'pdfmake/js/LayoutBuilder.js';
import { findTrace } from './trace.js';

/**
 * Returns the items with the number of a list item before its line. pdfmake places the number after the line.
 * Copied text follows the order of drawing.
 */
export function moveMarkersFirst(items: PageItem[]): PageItem[] {
  const ordered: PageItem[] = [];
  for (const item of items) {
    if (item.type === 'line' && findTrace(item.item)?.isMarker) ordered.splice(-1, 0, item);
    else ordered.push(item);
  }
  return ordered;
}
