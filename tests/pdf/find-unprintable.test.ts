import { openSync, type Font } from 'fontkit';
import { expect, test } from 'vitest';
import { FONT_FILES } from '../../src/fonts.js';
import { ALWAYS_PRINTABLE } from '../../src/pdf/load-coverage.js';

/** The fonts are not checked for a paper of only these characters, so every face must have each of them. */
test.each(Object.entries(FONT_FILES))('has every unchecked character in the %s face', (_face, file) => {
  const font = openSync(file) as Font;
  const missing: string[] = [];
  for (let code = 0x20; code < 0x3000; code++) {
    const character = String.fromCodePoint(code);
    if (ALWAYS_PRINTABLE.test(character) && !font.hasGlyphForCodePoint(code)) missing.push(code.toString(16));
  }
  expect(missing).toEqual([]);
});
