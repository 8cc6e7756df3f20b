import type { Inputs } from '../model/inputs.js';
import { makeError, type Problem } from '../model/problem.js';
import type { NarrativeGroup, Paper } from '../model/paper.js';
import { suggestName } from '../model/suggest-name.js';
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
  const unplaced = findUnplaced(paper, placed);
  const absent = placed.filter(({ group }) => !paper.narrative.some(({ id }) => id === group));
  const lost = isComplete
    ? unplaced.map((group) => reportUnplaced(group, absent, template.id))
    : unplaced.flatMap(({ entries }) => entries.flatMap(({ markup }) => render(markup).problems));
  const present = placed.filter((placement) => !absent.includes(placement));
  return [...findRepeated(present), ...lost];
}

/** Lists the labels of paragraphs that no section prints. */
export function listUnplacedLabels({ paper }: Inputs, placed: readonly PlacedNarrative[]): string[] {
  return findUnplaced(paper, placed).flatMap(({ entries }) => entries.map(({ label }) => label));
}

function findUnplaced({ narrative }: Paper, placed: readonly PlacedNarrative[]): NarrativeGroup[] {
  return narrative.filter(({ id }) => !placed.some(({ group }) => group === id));
}

/** Reports narrative that no section prints. A similar name in a section is the likely cause. */
function reportUnplaced(
  { id, place }: NarrativeGroup,
  absent: readonly PlacedNarrative[],
  template: string,
): Problem {
  const similar = absent.find(({ group }) => suggestName(group, [id]) !== undefined);
  if (similar)
    return makeError('narrative-is-placed', similar.place, `the paper has no narrative "${similar.group}"`, {
      hint: suggestName(similar.group, [id]),
    });
  const folder = `templates/${template}`;
  return makeError('narrative-is-placed', place, `no section of the template prints the narrative "${id}"`, {
    hint: [
      `Print it with {{narrative "${id}"}} in a file of ${folder}/sections, or move its paragraphs to another group.`,
      `A new section needs three things: this narrative, ${folder}/sections/${id}.md.hbs with {{narrative "${id}"}},`,
      `and { id: ${id}, title: … } under sections: in ${folder}/paper.yaml.`,
      `A new appendix needs ${folder}/appendices/${id}.md.hbs, with its title at the top and {{narrative "${id}"}}.`,
    ].join(' '),
  });
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
