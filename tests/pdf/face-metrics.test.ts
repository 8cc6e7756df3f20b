import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FONT_FILES } from '../../src/fonts.js';
import { openFont } from '../../src/open-font.js';
import { getFaceMetrics } from '../../src/pdf/text/face-metrics.js';
import { findFaceTable, type FaceTable } from '../../src/pdf/text/face-table.js';
import { SIMPLE_CHARACTERS } from '../../src/pdf/text/simple-characters.js';
import { measureSimpleText } from '../../src/pdf/text/simple-text.js';

/** Words with every simple character, and pairs that kern. */
const WORDS = [
  ...Array.from({ length: Math.ceil(SIMPLE_CHARACTERS.length / 5) }, (_, index) =>
    SIMPLE_CHARACTERS.filter((character) => character.trim() !== '' && character !== '\u00ad')
      .slice(5 * index, 5 * index + 5)
      .join(''),
  ),
  ...['AVATAR', 'Toyota', 'Wales,', '“Yes.”', 'P.', 'LT’s', '−4.2%', '7/11', 'office', 'Ångström', '2008–09'],
].filter((word) => word !== '');

const NO_LIGATURES = { liga: false, clig: false };

test.each(Object.entries(FONT_FILES))(
  'measures words of the %s face as fontkit does without ligatures',
  (_name, file) => {
    const font = openFont(file);
    const metrics = getFaceMetrics(font, file);
    for (const word of WORDS)
      expect(measureSimpleText(word, metrics), word).toBe(font.layout(word, NO_LIGATURES).advanceWidth);
  },
);

test('leaves words with other characters to fontkit', () => {
  const metrics = getFaceMetrics(openFont(FONT_FILES.normal), FONT_FILES.normal);
  expect(measureSimpleText('a☑b', metrics)).toBe(-1);
});

test('gives the built tables the values that it measures', () => {
  const font = openFont(FONT_FILES.bold);
  const built = findFaceTable(FONT_FILES.bold).replace(/^.*[\\/]/, 'dist/fonts/');
  const { advances, leftClasses, rightClasses, kerning } = JSON.parse(
    readFileSync(built, 'utf8'),
  ) as FaceTable;
  const measured = getFaceMetrics(font, 'measured');
  expect(advances).toEqual(Array.from(measured.advances));
  for (const pair of ['AV', 'To', '“Y', 'r.', 'xx', 'LT', 'Wa']) {
    const [left = 0, right = 0] = Array.from(pair, (character) => SIMPLE_CHARACTERS.indexOf(character));
    expect(kerning[leftClasses[left] ?? 0]?.[rightClasses[right] ?? 0], pair).toBe(
      measured.findKerning(left, right),
    );
  }
});
