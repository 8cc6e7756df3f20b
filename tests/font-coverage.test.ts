import { openSync } from 'fontkit';
import { expect, test } from 'vitest';
import { isInFont } from '../src/font-coverage.js';
import { FONT_FILES } from '../src/fonts.js';

test.each(Object.entries(FONT_FILES))(
  'the face %s has the characters that are written down, and no others',
  (_name, file) => {
    const face = openSync(file);
    if (!('characterSet' in face)) throw new Error('not a single face');
    const has = new Set(face.characterSet);
    const wrong = Array.from({ length: 0x20000 }, (_, point) => point).filter(
      (point) => isInFont(point) !== has.has(point),
    );
    expect(wrong).toEqual([]);
    expect(Math.max(...has)).toBeLessThan(0x20000);
  },
);
