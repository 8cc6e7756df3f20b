import type { TextStyle } from './measure-text.js';
import { formatCanvasFont } from './chart-style.js';

/** Runs a drawing step, and restores the state of the context after it. */
export function drawAside(ctx: CanvasRenderingContext2D, draw: () => void): void {
  ctx.save();
  draw();
  ctx.restore();
}

/** Sets the font, so that text starts at its `x` and is centred on its `y`. */
export function prepareText(ctx: CanvasRenderingContext2D, style: TextStyle): void {
  ctx.font = formatCanvasFont(style);
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'left';
}

/** Strokes a straight line. */
export function strokeLine(
  ctx: CanvasRenderingContext2D,
  from: readonly [x: number, y: number],
  to: readonly [x: number, y: number],
): void {
  ctx.beginPath();
  ctx.moveTo(...from);
  ctx.lineTo(...to);
  ctx.stroke();
}
