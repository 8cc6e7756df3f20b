import { formatFigure } from '../../format/figures.js';
import { isFigure, type Figure } from '../../model/figure.js';
import type { Indicator } from '../../model/indicator.js';
import type { Inline } from '../../model/inline.js';
import { HelperCallError, HelperOutput } from './helper.js';

export function makeFigureInline(figure: Figure, text = formatFigure(figure)): Inline {
  return { kind: 'value', text, figure };
}

export function makeTextInline(text: string): Inline {
  return { kind: 'text', text };
}

export function makeOutput(...content: Inline[]): HelperOutput {
  return new HelperOutput({ kind: 'inlines', content });
}

/** Returns an argument that must be a figure, or a measure, whose latest figure counts. */
export function readFigure(value: unknown, example: string): Figure {
  if (isFigure(value)) return value;
  if (isIndicator(value)) return value.value;
  throw new HelperCallError('this is not a figure', example);
}

export function isIndicator(value: unknown): value is Indicator {
  return typeof value === 'object' && value !== null && 'series' in value && 'betterWhen' in value;
}
