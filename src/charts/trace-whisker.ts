/** A confidence interval on the canvas, in points. */
interface Whisker {
  direction: 'vertical' | 'horizontal';
  /** The coordinate that both ends share. */
  position: number;
  ends: [number, number];
}

/** Traces an interval: a line with a short foot across each end. The caller strokes it. */
export function traceWhisker(
  ctx: CanvasRenderingContext2D,
  { direction, position, ends }: Whisker,
  footLength: number,
): void {
  const point = (along: number, across: number): [number, number] =>
    direction === 'vertical' ? [position + across, along] : [along, position + across];
  const [low, high] = ends;
  ctx.beginPath();
  ctx.moveTo(...point(low, 0));
  ctx.lineTo(...point(high, 0));
  for (const end of ends) {
    ctx.moveTo(...point(end, -footLength));
    ctx.lineTo(...point(end, footLength));
  }
}
