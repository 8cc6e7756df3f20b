import type { Document } from '../model/document.js';
import { makeLabelFinder, type FindLabel } from '../model/find-label.js';
import { listSections } from '../model/list-sections.js';
import type { Place } from '../model/problem.js';
import { formatSectionName } from '../model/section.js';
import type { Citation, Explainable } from './explanation.js';
import { listOwnedFragments } from './list-owned-fragments.js';

/** Finds every reference to a label, alone or in a range, in reading order. */
export function findCitations(label: string, { manuscript, document, inputs }: Explainable): Citation[] {
  const paragraphs = listParagraphs(document, makeLabelFinder(manuscript));
  const order = paragraphs.map((paragraph) => paragraph.label);
  const { paragraph: word } = inputs.template.words;
  return listOwnedFragments(manuscript).flatMap(({ fragment, owner }) =>
    fragment.values.flatMap((value): Citation[] => {
      if (value.kind !== 'citation') return [];
      const { target, to, place } = value;
      const range = to === null ? null : { from: target, to };
      if (target !== label && !(range && isInRange(label, range, order))) return [];
      return [{ where: owner ?? findParagraph(place, paragraphs, word), place, range }];
    }),
  );
}

function isInRange(
  label: string,
  { from, to }: { from: string; to: string },
  order: (string | null)[],
): boolean {
  const index = order.indexOf(label);
  return label === to || (index >= 0 && index >= order.indexOf(from) && index <= order.indexOf(to));
}

interface ParagraphStart {
  label: string | null;
  number: string | null;
  section: string;
  place: Place;
}

function listParagraphs(document: Document, findLabel: FindLabel): ParagraphStart[] {
  return listSections(document).flatMap((section) =>
    section.blocks.flatMap((block) =>
      block.kind === 'paragraph'
        ? [
            {
              label: findLabel(block),
              number: block.number,
              section: formatSectionName(section),
              place: block.place,
            },
          ]
        : [],
    ),
  );
}

/** Finds the paragraph that contains a place: the last one that begins before it in the same file. */
function findParagraph(place: Place, paragraphs: readonly ParagraphStart[], word: string): string {
  const [last] = paragraphs
    .filter((paragraph) => paragraph.place.file === place.file && comparePlaces(paragraph.place, place) <= 0)
    .sort((a, b) => comparePlaces(b.place, a.place));
  if (!last) return '';
  return last.number === null ? last.section : `${word} ${last.number}, ${last.section}`;
}

function comparePlaces(a: Place, b: Place): number {
  return a.line - b.line || a.column - b.column;
}
