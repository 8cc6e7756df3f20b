import type { Document } from './document.js';
import { makeLabelFinder } from './find-label.js';
import { listSections } from './list-sections.js';
import type { Manuscript } from './manuscript.js';

/** Lists the labels of sections, appendices and blocks, by their anchor. */
export function listLabelsByAnchor(document: Document, manuscript: Manuscript): Record<string, string> {
  const findLabel = makeLabelFinder(manuscript);
  const parts = listSections(document).flatMap((section) => [section, ...section.blocks]);
  return Object.fromEntries(
    parts.flatMap((part) => {
      const label = findLabel(part);
      return label !== null && 'anchor' in part ? [[part.anchor, label]] : [];
    }),
  );
}
