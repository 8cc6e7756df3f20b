import type { DiagramData, Drawing } from '../drawing.js';
import type { Inline } from '../inline.js';
import type { Place } from '../problem.js';

export interface Diagram {
  kind: 'diagram';
  /** The diagram's name in the template. */
  id: string;
  anchor: string;
  number: string;
  title: Inline[];
  /** The boxes and arrows of the drawing. */
  data: DiagramData;
  drawing: Drawing;
  /** The text alternative for people who cannot see the diagram. */
  alternative: string;
  notes: Inline[][];
  place: Place;
}

export function listDiagramRuns({ title, notes }: Diagram): Inline[][] {
  return [title, ...notes];
}
