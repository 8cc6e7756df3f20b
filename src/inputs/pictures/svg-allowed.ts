/** The elements of an SVG that the PDF and browsers draw alike. None of them runs a script or loads a file. */
export const DRAWN_ELEMENTS = new Set([
  ...['svg', 'g', 'defs', 'symbol', 'use', 'style'],
  ...['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan'],
  ...['linearGradient', 'radialGradient', 'stop', 'clipPath', 'mask', 'pattern', 'marker'],
]);

/** Elements that draw nothing: notes of the author's and settings of drawing programs. */
export const SILENT_ELEMENTS = new Set(['title', 'desc', 'metadata']);

/** Properties that can be attributes, or be in a style. */
const PROPERTIES = [
  ...['fill', 'fill-opacity', 'fill-rule', 'opacity', 'color', 'display', 'visibility', 'overflow'],
  ...['stroke', 'stroke-dasharray', 'stroke-dashoffset', 'stroke-linecap', 'stroke-linejoin'],
  ...['stroke-miterlimit', 'stroke-opacity', 'stroke-width'],
  ...['clip-path', 'clip-rule', 'mask', 'marker', 'marker-start', 'marker-mid', 'marker-end'],
  ...['stop-color', 'stop-opacity'],
  ...['font-size', 'font-style', 'font-weight', 'text-anchor', 'text-decoration', 'dominant-baseline'],
  ...['baseline-shift', 'letter-spacing', 'word-spacing'],
];

export const STYLE_PROPERTIES: ReadonlySet<string> = new Set(PROPERTIES);

/** Attributes with numbers and shapes. */
export const GEOMETRY: ReadonlySet<string> = new Set([
  ...['d', 'points', 'transform', 'viewBox', 'width', 'height', 'x', 'y', 'x1', 'y1', 'x2', 'y2'],
  ...['cx', 'cy', 'r', 'rx', 'ry', 'fx', 'fy', 'dx', 'dy', 'rotate', 'offset'],
  ...['gradientTransform', 'patternTransform', 'markerWidth', 'markerHeight', 'refX', 'refY', 'orient'],
  ...['stroke-width', 'stroke-dasharray', 'stroke-dashoffset', 'stroke-miterlimit'],
  ...['font-size', 'letter-spacing', 'word-spacing'],
]);

export const ATTRIBUTES: ReadonlySet<string> = new Set([
  ...PROPERTIES,
  ...GEOMETRY,
  ...['id', 'class', 'style', 'href', 'xlink:href', 'xml:space', 'preserveAspectRatio', 'spreadMethod'],
  ...['gradientUnits', 'patternUnits', 'patternContentUnits', 'clipPathUnits', 'maskUnits'],
  ...['maskContentUnits', 'markerUnits'],
]);
