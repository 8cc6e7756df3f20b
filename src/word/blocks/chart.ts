import type { FileChild } from 'docx';
import type { Chart } from '../../model/blocks/chart.js';
import type { WordContext } from '../word-context.js';
import { createDrawing } from './drawing.js';

export function createChart(chart: Chart, context: WordContext): FileChild[] {
  return createDrawing({ ...chart, size: chart.drawing }, context);
}
