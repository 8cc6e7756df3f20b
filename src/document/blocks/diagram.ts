import type { Diagram } from '../../model/blocks/diagram.js';
import { EMPTY_DRAWING } from '../../model/drawing.js';
import { toPlainText } from '../../model/inline.js';
import { joinChecked } from '../../model/join-checked.js';
import type { ManuscriptDiagram } from '../../model/manuscript.js';
import type { Checked } from '../../model/problem.js';
import type { Placed, RenderFragment } from './placed.js';

export function buildDiagram(
  diagram: ManuscriptDiagram,
  placed: Placed,
  render: RenderFragment,
): Checked<Diagram> {
  const title = render(diagram.title);
  const alternative = render(diagram.alternative);
  const notes = joinChecked(diagram.notes.map(render));
  return {
    value: {
      kind: 'diagram',
      ...placed,
      title: title.value,
      alternative: toPlainText(alternative.value),
      data: diagram.data,
      drawing: EMPTY_DRAWING,
      notes: notes.value,
      place: diagram.place,
    },
    problems: [title, alternative, notes].flatMap(({ problems }) => problems),
  };
}
