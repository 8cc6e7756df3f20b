import { listBlocks } from '../model/list-sections.js';
import { toPlainText } from '../model/inline.js';
import type { Problem } from '../model/problem.js';
import type { Checkable } from './check-paper.js';
import { found } from './found.js';

/** A reader who cannot see a chart or a diagram must be told what it shows, and more than its title says. */
export function checkDescriptions({ document }: Checkable): Problem[] {
  return listBlocks(document)
    .filter((block) => block.kind === 'chart' || block.kind === 'diagram')
    .filter(({ alternative, title }) =>
      [plainWords(toPlainText(title)), ''].includes(plainWords(alternative)),
    )
    .map((block) =>
      found('figure-described', block.place, `${block.number} has no text alternative of its own`, {
        expected: 'alternative: what the drawing shows, in a sentence or two',
      }),
    );
}

/** Without capitals and stops, in which two texts may differ and say the same. */
function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
