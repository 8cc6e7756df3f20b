import { paintPictures } from '../raster/paint-pictures.js';
import type { WordJob } from './press.js';

/** Stage 7: Document → a Word document. Its library loads only here. */
export async function writeWord({ document, theme, fonts, labels, origin }: WordJob): Promise<Uint8Array> {
  const pictures = paintPictures(document, fonts);
  const { renderWord } = await import('../word/render-word.js');
  return renderWord(document, { theme, fonts }, { labels, origin, pictures });
}
