import type { Picture } from '../model/blocks/picture.js';
import { formatDataUrl } from '../model/picture-image.js';
import { makeVoidElement, type Html } from './markup.js';

const PIXELS_PER_POINT = 96 / 72;

/** Renders a picture with its text alternative. The picture is in the page itself, so that the page loads nothing. */
export function renderImage({
  image,
  size,
  alternative,
}: Pick<Picture, 'image' | 'size' | 'alternative'>): Html {
  return makeVoidElement('img', {
    src: formatDataUrl(image),
    alt: alternative,
    width: Math.round(size.width * PIXELS_PER_POINT),
    height: Math.round(size.height * PIXELS_PER_POINT),
  });
}
