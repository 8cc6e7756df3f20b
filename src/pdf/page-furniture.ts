import type { Document } from '../model/document.js';
import { formatMarking } from '../model/format-marking.js';
import type { Theme } from '../model/theme.js';
import type { PdfNode } from './node.js';

/** What stands on every page besides the text: running head, foot, and the draft mark. */
export interface PageFurniture {
  header: (page: number) => PdfNode | null;
  footer: (page: number, pages: number) => PdfNode;
  watermark: object | undefined;
}

export function pageFurniture(document: Document, theme: Theme): PageFurniture {
  const { left, right } = theme.page.margins;
  const { soft, accent, draft } = theme.colours;
  const isDraft = document.status === 'draft';
  const marking = formatMarking(document);
  const line = (texts: [PdfNode, PdfNode, PdfNode], margin: number[]): PdfNode => ({
    columns: texts,
    fontSize: 9,
    color: soft,
    margin,
    columnGap: 8,
  });
  const middle = { text: marking, alignment: 'center', bold: true, color: accent };
  return {
    header: (page) => {
      const first = page === 1;
      if (first && marking === '') return null;
      return line(
        [
          { text: first ? '' : document.running.left },
          { ...middle, width: 150 },
          { text: first ? '' : document.running.right, alignment: 'right' },
        ],
        [left, 36, right, 0],
      );
    },
    footer: (page, pages) =>
      line(
        [
          { text: document.statusText },
          { ...middle, width: 150 },
          { text: `Page ${page} of ${pages}`, alignment: 'right' },
        ],
        [left, 26, right, 0],
      ),
    watermark: isDraft
      ? { text: 'DRAFT', color: draft, opacity: 0.06, bold: true, fontSize: 150, angle: -52 }
      : undefined,
  };
}
