import type { Drawing } from '../model/drawing.js';
import { markup, trustHtml, type Html } from './markup.js';

/**
 * A drawing as one picture with its alternative. Ids within are made the page's own, and text is fitted to the width that it has
 * in the paper's font, since the reader may have another.
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
