import * as fontkit from 'fontkit';

/** Opens a font to measure text. It is not in `fonts.ts`, because fontkit is slow to load. Throws for font collections. */
export function openFont(file: string): fontkit.Font {
  const font = fontkit.openSync(file);
  if (!('layout' in font)) throw new Error(`${file} is a font collection, not a font`);
  return font;
}
