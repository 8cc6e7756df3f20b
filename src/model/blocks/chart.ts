import type { Drawing } from '../drawing.js';
import type { Inline } from '../inline.js';
import type { Place } from '../problem.js';

export interface Chart {
  kind: 'chart';
  /** The chart's name in the template. */
  id: string;
  anchor: string;
  number: string;
  /** The finding. */
  title: Inline[];
  /** The measure, its base and its period. */
  subtitle: Inline[];
  drawing: Drawing;
  /** The text alternative for people who cannot see the chart. */
  alternative: string;
  /** The numbers in the chart. */
  data: { label: Inline[]; cells: Inline[][] }[];
  dataColumns: string[];
  notes: Inline[][];
  place: Place;
}

export function listChartRuns({ title, subtitle, data, notes }: Chart): Inline[][] {
  return [title, subtitle, ...data.flatMap(({ cells }) => cells), ...notes];
}
