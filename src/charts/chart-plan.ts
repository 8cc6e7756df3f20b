import type { ChartConfiguration } from 'chart.js';
import { FONT_FAMILY } from '../fonts.js';

/** What Chart.js is to draw, and how tall it will be in points. The width is the text's. */
export interface ChartPlan {
  config: ChartConfiguration;
  height: number;
}

/** The font as a canvas is told it. */
export function canvasFont(size: number, bold = false): string {
  return `normal ${bold ? 'bold' : 'normal'} ${size}px ${FONT_FAMILY}`;
}
