import { makeElement, markup, type Html } from '../../markup/markup.js';
import { renderImage } from '../../markup/render-image.js';
import type { Picture } from '../../model/blocks/picture.js';
import { getPlaceAttribute, type HtmlOptions } from '../html-options.js';
import { renderCaption } from '../render-caption.js';

export function renderPicture(picture: Picture, options: HtmlOptions): Html {
  const { anchor, number, place } = picture;
  return makeElement(
    'figure',
    { id: anchor, 'aria-label': number, ...getPlaceAttribute(place, options) },
    markup`
<figcaption><p>${renderCaption(picture, options)}</p></figcaption>
${renderImage(picture)}
`,
  );
}
