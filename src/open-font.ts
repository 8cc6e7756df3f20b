import * as fontkit from 'fontkit';

/** For text to be measured before it is set. Stands apart from `fonts.ts`, since fontkit takes long to load. */
export function openFont(file: string): fontkit.Font {
  const font = fontkit.openSync(file);
  if (!('layout' in font)) throw new Error(`${file} is a collection of fonts`);
  return font;
}
