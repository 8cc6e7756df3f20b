import type { Problem } from '../model/problem.js';
import type { CheckablePaper } from './checkable-paper.js';
import { reportProblem } from './report-problem.js';

/**
 * Finds paragraphs that are unchanged since the last paper. A paragraph that prints a figure says something new. Recommendations,
 * background papers and contacts may stay the same.
 */
export function checkUnchangedParagraphs({ inputs, document }: CheckablePaper): Problem[] {
  const { previous, paper, template } = inputs;
  if (!previous) return [];
  const before = new Map(
    previous.narrative
      .flatMap(({ entries }) => entries)
      .map(({ label, markup }) => [label, foldSpaces(markup.text)]),
  );
  const formal = document.sections
    .filter(({ id }) => template.sections.some((section) => section.id === id && section.role !== undefined))
    .flatMap(({ blocks }) => blocks.map((block) => ('anchor' in block ? block.anchor : '')));
  return paper.narrative
    .flatMap(({ entries }) => entries)
    .filter(({ label }) => !formal.includes(label))
    .filter(({ label }) => !paper.unreviewed.some(({ name }) => name === label)) // reported by another rule
    .filter(({ label, markup }) => before.get(label) === foldSpaces(markup.text))
    .filter(({ markup }) => !/\{\{(?!\s*(?:ref|paper|label)\b)/.test(markup.text))
    .map(({ label, markup }) =>
      reportProblem(
        'paragraph-is-new',
        markup.place,
        `"${label}" is unchanged since the paper of ${previous.period.id}`,
        {
          hint: 'Update it. If nothing has changed, say so in the text.',
        },
      ),
    );
}

function foldSpaces(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
