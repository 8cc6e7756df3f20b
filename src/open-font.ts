import * as fontkit from 'fontkit';

/**
 * Opens a font, from a file or its bytes, to measure text. It is not in `fonts.ts`, because fontkit is slow to load. Throws for
 * font collections.
 */
export function openFont(source: string | Uint8Array): fontkit.Font {
  const font = typeof source === 'string' ? fontkit.openSync(source) : fontkit.create(Buffer.from(source));
  if (!('layout' in font)) throw new Error('the file is a font collection, not a font');
  return font;
}
