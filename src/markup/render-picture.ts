import type { Drawing } from '../model/drawing.js';
import { markup, trustHtml, type Html } from './markup.js';

/**
 * Renders a drawing as one picture with a text alternative. Its ids get the anchor as a prefix, so that they
 * are unique in the page. Its text keeps the width that it has in the paper's font, because the reader may
 * have another font.
 */
export function renderPicture({
  anchor,
  drawing,
  alternative,
}: {
  anchor: string;
  drawing: Drawing;
  alternative: string;
}): Html {
  const { html: start } =
    markup`<svg role="img" aria-label="${alternative}" width="${drawing.width}" height="${drawing.height}" viewBox`;
  return trustHtml(
    drawing.svg
      .replace(/^<svg [^>]*?viewBox/, () => start)
      .replace(/( id="|clip-path="url\(#)/g, (opening) => `${opening}${anchor}_`)
      .replaceAll(' data-width="', ' lengthAdjust="spacingAndGlyphs" textLength="'),
  );
}
