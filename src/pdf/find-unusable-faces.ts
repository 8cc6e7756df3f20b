import { makeError, type Problem } from '../model/problem.js';
import { FACES, type Fonts } from '../model/typeface.js';

/** A text to lay out. */
const SAMPLE = 'Hamburgefonstiv 0123456789 & (1)';

/** The most characters of a font whose outlines are read. Larger fonts are those of Chinese and Japanese. */
const MOST_CHARACTERS = 3000;

/** Reports fonts that pdfkit cannot embed. Reads their outlines, because a font can be damaged in many places. */
export async function findUnusableFaces({ files, places, paths }: Fonts): Promise<Problem[]> {
  const { openFont } = await import('../open-font.js');
  return FACES.flatMap((face) => {
    try {
      const font = openFont(files[face]);
      const subset = font.createSubset();
      font.layout(SAMPLE);
      for (const code of font.characterSet.slice(0, MOST_CHARACTERS))
        subset.includeGlyph(font.glyphForCodePoint(code));
      subset.encode();
      return [];
    } catch {
      return [
        makeError('typeface-is-usable', places[face], `${paths[face]} is damaged or incomplete`, {
          hint: 'Install or download it again.',
        }),
      ];
    }
  });
}
