import { listSections } from '../model/list-sections.js';
import type { Problem } from '../model/problem.js';
import type { Checkable } from './check-paper.js';
import { found } from './found.js';

/** A committee's standing orders name sections that no paper may lack. */
export function checkSections({ manuscript, document }: Checkable): Problem[] {
  const written = new Set(listSections(document).map((section) => section.id));
  return listSections(manuscript)
    .filter((section) => section.isMandatory && !written.has(section.id))
    .map((section) =>
      found(
        'section-is-present',
        section.place,
        `the section "${section.title}" is mandatory and has no text`,
        {
          expected: 'at least a sentence; "None." is an answer',
        },
      ),
    );
}
