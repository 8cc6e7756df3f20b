import { FONT_FAMILY } from '../fonts.js';
import type { Drawing } from '../model/drawing.js';
import type { Theme } from '../model/theme.js';
import { wrapText, type TextStyle } from './measure-text.js';
import { n, svgElement } from './svg.js';
import { escapeXml } from '../markup/escape-xml.js';

const TEXT: TextStyle = { size: 10, bold: false };
const LINE = 13;
const ROOM = 22;

/** A frame in a chart's place with a text that says why there is no chart yet. */
export function drawMissing(text: string, theme: Theme, width: number): Drawing {
  const { soft, rule } = theme.colours;
  const lines = wrapText(text, width - 2 * ROOM, TEXT);
  const height = 2 * ROOM + lines.length * LINE;
  const frame = `<rect x="0.5" y="0.5" width="${n(width - 1)}" height="${n(height - 1)}" fill="none" stroke="${rule}" stroke-width="1" stroke-dasharray="3 3"/>`;
  const texts = lines.map(
    (line, index) =>
      `<text x="${n(width / 2)}" y="${n(ROOM + (index + 0.75) * LINE)}" text-anchor="middle" font-family="${FONT_FAMILY}" font-size="${TEXT.size}" fill="${soft}">${escapeXml(line)}</text>`,
  );
  return { svg: svgElement(width, height, width, height, frame + texts.join('')), width, height };
}
