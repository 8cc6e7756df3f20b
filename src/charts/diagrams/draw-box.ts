import type { Theme } from '../../model/theme.js';
import { PAPER } from '../chart-style.js';
import { renderAttributes } from '../svg.js';
import {
  PADDING,
  TEXT_GAP,
  TEXT_LINE_HEIGHT,
  TEXT_STYLE,
  TITLE_LINE_HEIGHT,
  TITLE_STYLE,
} from './diagram-style.js';
import { computeTextHeight, type PlacedBox } from './place-boxes.js';
import { renderCentredText } from './render-centred-text.js';

/** The distance from the top of a line of text to its baseline, in points. */
const TITLE_BASELINE = 9;
const TEXT_BASELINE = 8.5;

/** Draws a box with its title and text, centred in both directions. */
export function drawBox(placed: PlacedBox, { colours }: Theme): string {
  const { title, text, y, height } = placed;
  const middle = placed.x + placed.width / 2;
  const titleTop = y + (height - computeTextHeight(placed)) / 2 + PADDING;
  const textTop = titleTop + title.length * TITLE_LINE_HEIGHT + TEXT_GAP;
  const titles = title.map((line, index) => {
    const baseline = titleTop + TITLE_BASELINE + index * TITLE_LINE_HEIGHT;
    return renderCentredText(line, [middle, baseline], TITLE_STYLE, colours.accent);
  });
  const texts = text.map((line, index) => {
    const baseline = textTop + TEXT_BASELINE + index * TEXT_LINE_HEIGHT;
    return renderCentredText(line, [middle, baseline], TEXT_STYLE, colours.ink);
  });
  return [drawFrame(placed, colours), ...titles, ...texts].join('');
}

function drawFrame({ box, x, y, width, height }: PlacedBox, colours: Theme['colours']): string {
  const { accent, tint, rule } = colours;
  const attributes = renderAttributes({
    ...{ x, y, width, height, rx: 3 },
    fill: box.isEmphasised ? tint : PAPER,
    stroke: box.isEmphasised ? accent : rule,
    'stroke-width': box.isEmphasised ? 1.3 : 0.9,
  });
  return `<rect${attributes}/>`;
}
