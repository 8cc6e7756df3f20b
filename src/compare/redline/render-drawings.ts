import { makeElement, markup, type Html } from '../../markup/markup.js';
import { renderPicture } from '../../markup/render-picture.js';
import type { DiagramPart, GridPart } from '../describe/comparison.js';
import { readNewText, readOldText } from '../describe/read-text.js';

/** Renders the drawing of a chart or diagram. If it was redrawn, the old drawing comes first. */
export function renderDrawings(part: GridPart | DiagramPart, isRedrawn: boolean): Html {
  const [before, after] = [renderVersion(part, 'before'), renderVersion(part, 'after')];
  if (!before || !after || !isRedrawn) return markup`\n${after ?? before}`;
  return markup`
<div class="versions">
<div><p class="version">Before</p>${before}</div>
<div><p class="version">Now</p>${after}</div>
</div>`;
}

function renderVersion(part: GridPart | DiagramPart, version: 'before' | 'after'): Html | null {
  const drawing = part.drawings[version];
  if (!drawing || drawing.svg === '') return null;
  const { anchor = '', number = null } = part.after ?? part.before ?? {};
  const name = version === 'before' ? 'before' : 'now';
  const alternative = version === 'before' ? readOldText(part.alternative) : readNewText(part.alternative);
  return makeElement(
    'div',
    { class: 'scroll', role: 'group', tabindex: 0, 'aria-label': `${number ?? 'Drawing'}, ${name}` },
    renderPicture({ anchor: `${name}_${anchor}`, drawing, alternative }),
  );
}
