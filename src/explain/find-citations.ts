import { listSections } from '../model/list-sections.js';
import type { Document } from '../model/document.js';
import { formatSectionName } from '../model/section.js';
import type { Manuscript } from '../model/manuscript.js';
import type { Fragment } from '../model/fragment.js';
import type { Place } from '../model/problem.js';
import type { Citation, Explainable } from './explanation.js';

/** Every reference to a label, alone or within a range, in reading order. */
export function findCitations(label: string, { manuscript, document, inputs }: Explainable): Citation[] {
  const order = paragraphsOf(document).map(({ anchor }) => anchor);
  const covers = (from: string, to: string): boolean => {
    const at = order.indexOf(label);
    return at >= order.indexOf(from) && at <= order.indexOf(to) && at >= 0;
  };
  const { paragraph } = inputs.template.words;
  return fragmentsOf(manuscript).flatMap(({ fragment, owner }) =>
    fragment.values.flatMap((value) => {
      if (value.kind !== 'citation') return [];
      const { target, to, place } = value;
      const cites = to === null ? target === label : target === label || to === label || covers(target, to);
      if (!cites) return [];
      const where = owner ?? paragraphAt(place, document, paragraph);
      return [{ where, place, range: to === null ? null : { from: target, to } }];
    }),
  );
}

interface Owned {
  fragment: Fragment;
  /** What it belongs to, where that is no paragraph. */
  owner: string | null;
}

function fragmentsOf(manuscript: Manuscript): Owned[] {
  const { header, tables, charts, diagrams } = manuscript;
  const owned = (owner: string | null, fragments: Fragment[]): Owned[] =>
    fragments.map((fragment) => ({ fragment, owner }));
  return [
    ...header.flatMap(({ name, value }) => owned(`header: ${name}`, [value])),
    ...listSections(manuscript).flatMap(({ body }) => owned(null, [body])),
    ...Object.entries(tables).flatMap(([id, { title, notes, rows }]) =>
      owned(id, [
        title,
        ...rows.flatMap(({ cells }) => cells.filter((cell): cell is Fragment => !Array.isArray(cell))),
        ...notes,
      ]),
    ),
    ...Object.entries(charts).flatMap(([id, { title, subtitle, alternative, notes }]) =>
      owned(id, [title, subtitle, alternative, ...notes]),
    ),
    ...Object.entries(diagrams).flatMap(([id, { title, alternative, notes }]) =>
      owned(id, [title, alternative, ...notes]),
    ),
  ];
}

function paragraphsOf(document: Document) {
  return listSections(document).flatMap(({ blocks, ...section }) =>
    blocks.flatMap((block) => (block.kind === 'paragraph' ? [{ ...block, section }] : [])),
  );
}

/** The paragraph that a place in the author's files lies in: the last that begins before it in the same file. */
function paragraphAt(place: Place, document: Document, word: string): string {
  const before = paragraphsOf(document).filter(
    ({ place: start }) =>
      start.file === place.file &&
      (start.line < place.line || (start.line === place.line && start.column <= place.column)),
  );
  const [found] = before.sort((a, b) => b.place.line - a.place.line || b.place.column - a.place.column);
  if (!found) return '';
  const { number, section } = found;
  const name = formatSectionName(section);
  return number === null ? name : `${word} ${number}, ${name}`;
}
