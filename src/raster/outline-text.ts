import type { Font } from 'fontkit';
import type { PathStep } from './flatten-path.js';

const STEPS: Record<string, string> = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
  closePath: 'Z',
};

/** Returns the outlines of a text as steps of a path, and the width of the text. `x` and `y` are the start of its baseline. */
export function outlineText(
  font: Font,
  text: string,
  { size, x, y }: { size: number; x: number; y: number },
): { steps: PathStep[]; width: number } {
  const { glyphs, positions } = font.layout(text);
  const scale = size / font.unitsPerEm;
  let place = 0;
  const steps = glyphs.flatMap((glyph, index) => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
    const left = place + xOffset;
    place += xAdvance;
    return glyph.path.commands.map(({ command, args }) => ({
      step: STEPS[command] ?? '',
      numbers: args.map((value, axis) =>
        axis % 2 === 0 ? x + (left + value) * scale : y - (yOffset + value) * scale,
      ),
    }));
  });
  return { steps, width: place * scale };
}
