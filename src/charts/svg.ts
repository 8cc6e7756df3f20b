/** A coordinate with at most two decimals, never "-0". */
export function n(value: number): string {
  if (!Number.isFinite(value)) throw new Error('a drawing has a coordinate that is not finite');
  return String(Math.round(value * 100) / 100 + 0);
}

/** The outermost element. Text within is text, in the paper's own font. */
export function svgElement(
  width: number,
  height: number,
  viewWidth: number,
  viewHeight: number,
  body: string,
): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${n(width)}" height="${n(height)}" viewBox="0 0 ${n(viewWidth)} ${n(viewHeight)}">${body}</svg>`;
}
