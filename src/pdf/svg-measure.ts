/**
 * Tells pdfmake's layout the size of a drawing, which is in its first tag. pdfmake's own measure parses the
 * whole drawing twice.
 */
export const svgMeasure = {
  /** Returns the size in points. */
  measureSVG: (svg: string): { width: number; height: number } => {
    const [, width, height] = /^<svg [^>]*?width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
    if (width === undefined || height === undefined)
      throw new Error('internal error: a drawing has no width and height');
    return { width: Number(width), height: Number(height) };
  },
  /** A no-op: every drawing is used at its own size. */
  writeDimensions: (svg: string): string => svg,
};
