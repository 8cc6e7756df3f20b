import { plainText } from '../model/document.js';
import type { Problem } from '../model/problem.js';
import type { Checkable } from './check-paper.js';
import { found } from './found.js';

/** A reader who cannot see a chart or a diagram must be told what it shows, and more than its title says. */
export function checkDescriptions({ document, manuscript }: Checkable): Problem[] {
  return [...document.sections, ...document.appendices]
    .flatMap((section) => section.blocks)
    .filter((block) => block.kind === 'chart' || block.kind === 'diagram')
    .filter((block) => block.alternative.trim() === '' || block.alternative === plainText(block.title))
    .map((block) =>
      found(
        'figure-described',
        manuscript[`${block.kind}s`][block.anchor]?.place,
        `${block.number} has no text alternative of its own`,
        { expected: 'alternative: what the drawing shows, in a sentence or two' },
      ),
    );
}
