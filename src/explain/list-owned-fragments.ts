import type { Fragment } from '../model/fragment.js';
import { listSections } from '../model/list-sections.js';
import type { Cell, Manuscript } from '../model/manuscript.js';

/** A fragment, and the table, chart, diagram or header field that it belongs to. Null for the text of a section. */
interface OwnedFragment {
  fragment: Fragment;
  owner: string | null;
}

/** Lists the fragments of a manuscript that can hold references. */
export function listOwnedFragments(manuscript: Manuscript): OwnedFragment[] {
  const { header, tables, charts, diagrams } = manuscript;
  return [
    ...header.flatMap(({ name, value }) => assignOwner(`header: ${name}`, [value])),
    ...assignOwner(
      null,
      listSections(manuscript).map(({ body }) => body),
    ),
    ...Object.entries(tables).flatMap(([id, { title, notes, rows }]) =>
      assignOwner(id, [title, ...rows.flatMap(({ cells }) => cells.filter(isFragment)), ...notes]),
    ),
    ...Object.entries(charts).flatMap(([id, { title, subtitle, alternative, notes }]) =>
      assignOwner(id, [title, subtitle, alternative, ...notes]),
    ),
    ...Object.entries(diagrams).flatMap(([id, { title, alternative, notes }]) =>
      assignOwner(id, [title, alternative, ...notes]),
    ),
  ];
}

function assignOwner(owner: string | null, fragments: Fragment[]): OwnedFragment[] {
  return fragments.map((fragment) => ({ fragment, owner }));
}

function isFragment(cell: Cell): cell is Fragment {
  return !Array.isArray(cell);
}
