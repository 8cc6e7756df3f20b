import { expect, test } from 'vitest';
import { FONT_FILES } from '../../src/fonts.js';
import { openFont } from '../../src/open-font.js';
import { measureLetters } from '../../src/pdf/text/letter-widths.js';

test('plans tables with the widths of the font', () => {
  const font = openFont(FONT_FILES.normal);
  for (let code = 32; code < 127; code++)
    expect(measureLetters(String.fromCharCode(code)), String.fromCharCode(code)).toBe(
      font.glyphForCodePoint(code).advanceWidth / font.unitsPerEm,
    );
});
