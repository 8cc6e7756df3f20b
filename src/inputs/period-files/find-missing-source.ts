import { isFigure, type Figure } from '../../model/figure.js';
import { makeError, type Problem } from '../../model/problem.js';

/** Reports the first figure of a file that has a value and no source. The source may be empty while the figures are. */
export function findMissingSource(contents: unknown): Problem[] {
  const figure = findFigures(contents).find(({ value, source }) => value !== null && source === '');
  if (!figure) return [];
  return [
    makeError('source-is-stated', figure.place, `the figure for "${figure.label}" has no source`, {
      expected: 'source: who published these figures, and where',
      hint: 'Write it at the top of the file: it applies to every figure that states no other source.',
    }),
  ];
}

function findFigures(value: unknown): Figure[] {
  if (isFigure(value)) return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(findFigures) : [];
}
