import { listSections } from '../model/list-sections.js';
import type { Problem } from '../model/problem.js';
import type { CheckablePaper } from './checkable-paper.js';
import { reportProblem } from './report-problem.js';

/** Checks that the sections required by a committee's standing orders are present. */
export function checkSections({ manuscript, document }: CheckablePaper): Problem[] {
  const written = new Set(listSections(document).map((section) => section.id));
  return listSections(manuscript)
    .filter((section) => section.isMandatory && !written.has(section.id))
    .map((section) =>
      reportProblem(
        'section-is-present',
        section.place,
        `the section "${section.title}" is mandatory but has no text`,
        {
          expected: 'at least one sentence, such as "None."',
        },
      ),
    );
}
