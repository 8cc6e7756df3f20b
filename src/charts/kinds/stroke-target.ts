import { strokeLine } from '../canvas-drawing.js';
import { PAPER } from '../chart-style.js';

/** Strokes the target of a bar, with a white edge that sets it off from the bar. */
export function strokeTarget(
  ctx: CanvasRenderingContext2D,
  colour: string,
  from: readonly [x: number, y: number],
  to: readonly [x: number, y: number],
): void {
  for (const [strokeStyle, lineWidth] of [
    [PAPER, 4],
    [colour, 2],
  ] as const) {
    ctx.strokeStyle = strokeStyle;
    ctx.lineWidth = lineWidth;
    strokeLine(ctx, from, to);
  }
}
