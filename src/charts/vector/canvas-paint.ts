import { formatCoordinate, renderAttributes } from '../svg.js';
import type { CanvasState } from './canvas-state.js';
import { Hatch } from './hatch.js';
import { getScale } from './matrix.js';

/** Chart.js's parser of colours. */
export type ParseColour = (colour: string) => {
  valid: boolean;
  rgb: { r: number; g: number; b: number; a: number };
};

/** Renders a fill or stroke as SVG attributes. Returns null when the paint is transparent. */
export function renderPaint(
  attribute: 'fill' | 'stroke',
  paint: string | Hatch,
  { globalAlpha }: CanvasState,
  parseColour: ParseColour,
): string | null {
  const name = paint instanceof Hatch ? paint.line : paint;
  const colour = parseColour(name);
  if (!colour.valid) throw new Error(`a chart uses "${name}", which is not a colour`);
  const { r, g, b, a } = colour.rgb;
  const alpha = a * globalAlpha;
  if (alpha === 0) return null;
  const hex = [r, g, b].map((value) => Math.round(value).toString(16).padStart(2, '0')).join('');
  return renderAttributes({
    [attribute]: `#${hex}`,
    [`${attribute}-opacity`]: alpha < 1 ? alpha : null,
  });
}

/** Renders the stroke of a path as SVG attributes. Returns null when the line is invisible. */
export function renderPen(state: CanvasState, parseColour: ParseColour): string | null {
  const { strokeStyle, lineWidth, dash, lineDashOffset, lineCap, lineJoin, matrix } = state;
  const paint = renderPaint('stroke', strokeStyle, state, parseColour);
  if (paint === null || lineWidth <= 0) return null;
  const scale = getScale(matrix);
  const isDashed = dash.some((length) => length > 0);
  return (
    paint +
    renderAttributes({
      'stroke-width': lineWidth * scale,
      'stroke-linecap': lineCap === 'butt' ? null : lineCap,
      'stroke-linejoin': lineJoin === 'miter' ? null : lineJoin,
      'stroke-dasharray': isDashed ? dash.map((length) => formatCoordinate(length * scale)).join(' ') : null,
      'stroke-dashoffset': isDashed && lineDashOffset !== 0 ? lineDashOffset * scale : null,
    })
  );
}
