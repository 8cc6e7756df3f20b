import { formatFigure } from '../../format.js';
import type { Inline } from '../../model/inline.js';
import { isFigure, type Figure } from '../../model/figure.js';
import type { Indicator } from '../../model/indicator.js';
import { Misuse, Printed } from './helper.js';

export function figureInline(figure: Figure, text = formatFigure(figure)): Inline {
  return { kind: 'value', text, figure };
}

export function printed(...content: Inline[]): Printed {
  return new Printed({ kind: 'inlines', content });
}

export function figureArgument(value: unknown, example: string): Figure {
  if (isFigure(value)) return value;
  if (isIndicator(value)) return value.value;
  throw new Misuse('this is not a figure', example);
}

export function isIndicator(value: unknown): value is Indicator {
  return typeof value === 'object' && value !== null && 'series' in value && 'betterWhen' in value;
}

export function text(words: string): Inline {
  return { kind: 'text', text: words };
}
