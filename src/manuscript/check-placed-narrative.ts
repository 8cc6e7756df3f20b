import type { Inputs } from '../model/inputs.js';
import { makeError, type Problem } from '../model/problem.js';
import type { PlacedNarrative } from './rendered.js';
import type { Renderer } from './renderer.js';

/**
 * Reports narrative that is printed twice, or not at all: an author's words must not get lost. If a template has errors, the
 * missing narrative may be their result; then only the problems within it are reported.
 */
export function checkPlacedNarrative(
  { paper, template }: Inputs,
  placed: readonly PlacedNarrative[],
  isComplete: boolean,
  { render }: Renderer,
): Problem[] {
  const unplaced = paper.narrative.filter(({ id }) => !placed.some(({ group }) => group === id));
  const lost = isComplete
    ? unplaced.map(({ id, place }) =>
        makeError('narrative-is-placed', place, `no section of the template prints the narrative "${id}"`, {
          hint: `Print it with {{narrative "${id}"}} in templates/${template.id}/sections, or move its paragraphs to another group.`,
        }),
      )
    : unplaced.flatMap(({ entries }) => entries.flatMap(({ markup }) => render(markup).problems));
  return [...findRepeated(placed), ...lost];
}

function findRepeated(placed: readonly PlacedNarrative[]): Problem[] {
  return placed
    .filter(({ group }, index) => placed.findIndex((first) => first.group === group) < index)
    .map(({ group, place }) =>
      makeError('narrative-is-placed-once', place, `the narrative "${group}" is printed a second time`, {
        hint: 'Remove one of the two.',
      }),
    );
}
