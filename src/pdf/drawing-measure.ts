/**
 * For pdfmake's layout: a drawing says how large it is in its first tag, and is drawn as large as that. pdfmake's own measure
 * parses the whole of it twice to learn and to write the same.
 */
export const drawingMeasure = {
  measureSVG: (svg: string): { width: number; height: number } => {
    const [, width, height] = /^<svg [^>]*?width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
    if (width === undefined || height === undefined)
      throw new Error('a drawing does not say how large it is');
    return { width: Number(width), height: Number(height) };
  },
  writeDimensions: (svg: string): string => svg,
};
