import { listBlocks } from '../model/list-sections.js';
import { toPlainText } from '../model/inline.js';
import type { Problem } from '../model/problem.js';
import type { CheckablePaper } from './checkable-paper.js';
import { reportProblem } from './report-problem.js';

/** Checks that each chart and diagram has a text alternative that says more than its title. */
export function checkDescriptions({ document }: CheckablePaper): Problem[] {
  return listBlocks(document)
    .filter((block) => block.kind === 'chart' || block.kind === 'diagram')
    .filter(({ alternative, title }) => [foldWords(toPlainText(title)), ''].includes(foldWords(alternative)))
    .map((block) =>
      reportProblem(
        'figure-described',
        block.place,
        `${block.number} has no text alternative, or only its title`,
        {
          expected: 'alternative: what the drawing shows, in a sentence or two',
        },
      ),
    );
}

/** Removes capitals and punctuation, so that equal words compare as equal. */
function foldWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
