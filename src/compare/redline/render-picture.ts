import { renderImage } from '../../markup/render-image.js';
import { makeElement, markup, type Html } from '../../markup/markup.js';
import type { PicturePart } from '../describe/comparison.js';
import { renderAlternative, renderCaption } from './render-exhibit.js';

/** Renders a picture. If it was replaced, the old one comes first, and the description shows its changes. */
export function renderPicture(part: PicturePart): Html {
  const { before, after } = part.pictures;
  const [old, current] = [before && renderImage(before), after && renderImage(after)];
  const isReplaced = part.how.includes('replaced');
  const isRedescribed = isReplaced || part.how.includes('reworded');
  return makeElement('figure', { id: part.after?.anchor ?? null }, [
    markup`\n<figcaption><p>${renderCaption(part)}</p></figcaption>\n`,
    isReplaced && old && current
      ? markup`<div class="versions">
<div><p class="version">Before</p>${old}</div>
<div><p class="version">Now</p>${current}</div>
</div>`
      : (current ?? old),
    isRedescribed ? renderAlternative(part.alternative) : null,
  ]);
}
