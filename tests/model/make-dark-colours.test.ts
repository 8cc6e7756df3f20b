import fc from 'fast-check';
import { expect, test } from 'vitest';
import { computeContrast } from '../../src/model/compute-contrast.js';
import { makeDarkColours } from '../../src/model/make-dark-colours.js';

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

test('makes every text of any theme legible on a dark page', () => {
  fc.assert(
    fc.property(colour, colour, colour, colour, (ink, soft, accent, series) => {
      const dark = makeDarkColours({ ink, soft, accent, series: [series] });
      for (const text of [dark.ink, dark.soft, dark.accent, ...dark.series])
        for (const ground of [dark.ground, dark.tint])
          expect(computeContrast(text, ground)).toBeGreaterThanOrEqual(4.5);
      expect(computeContrast(dark.ink, dark.ground)).toBeGreaterThanOrEqual(7);
    }),
  );
});

test('keeps the hue of a colour', () => {
  const { accent } = makeDarkColours({ ink: '#000000', soft: '#333333', accent: '#0000ff', series: [] });
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => parseInt(accent.slice(at, at + 2), 16));
  expect(red).toBe(green);
  expect(blue).toBe(255);
});
