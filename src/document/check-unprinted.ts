import type { Problem } from '../model/problem.js';
import type { DocumentContext } from './document-context.js';
import { renderFragment } from './render-fragment.js';
import { OUTSIDE_SECTIONS } from './target.js';

/**
 * Finds the mistakes of cells that no table prints. A label that this paper does not have is a warning there: the table may be in
 * another paper, which has the label.
 */
export function checkUnprinted(context: DocumentContext): Problem[] {
  return context.manuscript.unprinted
    .flatMap((fragment) => renderFragment(fragment, OUTSIDE_SECTIONS, context).problems)
    .map((problem) =>
      problem.rule === 'reference-resolves' ? { ...problem, severity: 'warning', hint: ADVICE } : problem,
    );
}

const ADVICE =
  'No table of this paper prints the cell. Correct the label, unless the paper that prints the cell has it.';
