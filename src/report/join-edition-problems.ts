import { formatPlace, isError, removeDuplicates, type Problem } from '../model/problem.js';

/**
 * Joins the problems of the exempt and the public edition, each of them once. Of the public edition only errors are new: a warning
 * that it alone has is about what it leaves out.
 */
export function joinEditionProblems(exempt: readonly Problem[], published: readonly Problem[]): Problem[] {
  const known = new Set(exempt.map(getKey));
  return removeDuplicates([
    ...exempt,
    ...published.filter((problem) => isError(problem) && !known.has(getKey(problem))),
  ]);
}

function getKey({ rule, place }: Problem): string {
  return `${rule} ${place ? formatPlace(place) : ''}`;
}
