import type { Block } from './blocks/block.js';
import type { Document } from './document.js';
import { listSections } from './list-sections.js';
import type { Manuscript } from './manuscript.js';
import type { Place } from './problem.js';
import type { Section } from './section.js';

/** Finds the label by which references name a part of the paper. Returns null for a part that has none. */
export type FindLabel = (part: Block | Section) => string | null;

/**
 * Makes the function that finds labels. A part's anchor is not always its label: where a heading has the same words, the anchor
 * has a number at its end. Labels are found by the place that the manuscript and the document share.
 */
export function makeLabelFinder(manuscript: Manuscript): FindLabel {
  const labels = new Map([
    ...listParagraphLabels(manuscript),
    ...[manuscript.tables, manuscript.charts, manuscript.diagrams].flatMap(
      (parts: Record<string, { place: Place }>) =>
        Object.entries(parts).map(([id, { place }]) => [toKey(place), id] as const),
    ),
  ]);
  return (part) => {
    if (!('kind' in part)) return part.id;
    if (part.kind === 'picture') return part.id;
    const isCitable = 'anchor' in part && part.kind !== 'heading';
    return isCitable ? (labels.get(toKey(part.place)) ?? null) : null;
  };
}

/** Finds the part that has a label. Undefined if there is none. */
export function findLabelled(
  label: string,
  { document, manuscript }: { document: Document; manuscript: Manuscript },
): { part: Block | Section; section: Section } | undefined {
  const findLabel = makeLabelFinder(manuscript);
  return listSections(document)
    .flatMap((section) => [section, ...section.blocks].map((part) => ({ part, section })))
    .find(({ part }) => findLabel(part) === label);
}

function listParagraphLabels(manuscript: Manuscript): [string, string][] {
  return listSections(manuscript).flatMap(({ body }) =>
    body.values.flatMap((value): [string, string][] =>
      value.kind === 'label' ? [[toKey(value.place), value.label]] : [],
    ),
  );
}

function toKey({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}
