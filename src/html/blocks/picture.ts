import { makeElement, markup, type Html } from '../../markup/markup.js';
import { renderImage } from '../../markup/render-image.js';
import type { Picture } from '../../model/blocks/picture.js';
import { getPlaceAttribute, type HtmlOptions } from '../html-options.js';
import { renderCaption } from '../render-caption.js';

export function renderPicture(picture: Picture, options: HtmlOptions): Html {
  const { anchor, place } = picture;
  const captionId = `${anchor}_caption`;
  return makeElement(
    'figure',
    { id: anchor, ...getPlaceAttribute(place, options) },
    markup`
<figcaption id="${captionId}"><p>${renderCaption(picture, options)}</p></figcaption>
${renderImage(picture)}
`,
  );
}
