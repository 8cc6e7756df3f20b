import type { Plugin } from 'chart.js';
import type { Theme } from '../model/theme.js';
import type { BarShade } from './bar-shades.js';
import { drawAside, prepareText, strokeLine } from './canvas-drawing.js';
import { NAME_STYLE } from './chart-style.js';
import { fitLines } from './fit-text.js';
import { measureTextWidth } from './measure-text.js';

/** Points. */
const ROW_HEIGHT = 15;
const SWATCH = 10;
const SWATCH_GAP = 5;
const ENTRY_GAP = 16;
const BELOW = 5;

/** A mark in the key of a chart. */
type KeySwatch = { kind: 'box'; shade: BarShade } | { kind: 'tick' | 'dot' | 'ring'; colour: string };

export interface KeyEntry {
  swatch: KeySwatch;
  text: string;
}

/** A key above a plot, placed in rows. */
export interface ChartKey {
  entries: (KeyEntry & { x: number; row: number })[];
  /** Points. */
  height: number;
}

/** Places the entries of a key side by side, in as many rows as they need. */
export function placeKey(entries: readonly KeyEntry[], width: number): ChartKey {
  let [x, row] = [0, 0];
  const placed = entries.map((entry) => {
    const [text = ''] = fitLines(entry.text, width - SWATCH - SWATCH_GAP, NAME_STYLE, 1);
    const entryWidth = SWATCH + SWATCH_GAP + measureTextWidth(text, NAME_STYLE);
    if (x > 0 && x + entryWidth > width) [x, row] = [0, row + 1];
    const at = { ...entry, text, x, row };
    x += entryWidth + ENTRY_GAP;
    return at;
  });
  return { entries: placed, height: placed.length === 0 ? 0 : (row + 1) * ROW_HEIGHT + BELOW };
}

/** Draws a key at the top of the chart. */
export function drawKey({ entries }: ChartKey, { colours }: Theme): Plugin {
  return {
    id: 'key',
    afterDatasetsDraw: ({ ctx }) => {
      drawAside(ctx, () => {
        for (const { swatch, text, x, row } of entries) {
          const y = (row + 0.5) * ROW_HEIGHT;
          drawSwatch(ctx, swatch, [x, y]);
          prepareText(ctx, NAME_STYLE);
          ctx.fillStyle = colours.ink;
          ctx.fillText(text, x + SWATCH + SWATCH_GAP, y);
        }
      });
    },
  };
}

function drawSwatch(
  ctx: CanvasRenderingContext2D,
  swatch: KeySwatch,
  [x, y]: readonly [number, number],
): void {
  ctx.lineWidth = 0.8;
  if (swatch.kind === 'box') {
    ctx.beginPath();
    const [top, right, bottom] = [y - SWATCH / 2 + 0.5, x + SWATCH, y + SWATCH / 2 - 0.5];
    ctx.moveTo(x + 0.5, top);
    ctx.lineTo(right, top);
    ctx.lineTo(right, bottom);
    ctx.lineTo(x + 0.5, bottom);
    ctx.closePath();
    ctx.fillStyle = swatch.shade.fill;
    ctx.fill();
    ctx.strokeStyle = swatch.shade.outline;
    ctx.stroke();
    return;
  }
  ctx.strokeStyle = swatch.colour;
  if (swatch.kind === 'tick') {
    ctx.lineWidth = 2;
    strokeLine(ctx, [x + SWATCH / 2, y - 5.5], [x + SWATCH / 2, y + 5.5]);
    return;
  }
  ctx.beginPath();
  ctx.arc(x + SWATCH / 2, y, 3.4, 0, 2 * Math.PI);
  ctx.fillStyle = swatch.kind === 'dot' ? swatch.colour : '#ffffff';
  ctx.fill();
  ctx.lineWidth = 1.2;
  ctx.stroke();
}
