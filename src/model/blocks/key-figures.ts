import type { Inline } from '../inline.js';
import type { Place } from '../problem.js';

/** A row of large numbers: what a reader should remember. */
export interface KeyFigures {
  kind: 'key-figures';
  items: KeyFigure[];
  place: Place;
}

export interface KeyFigure {
  value: Inline[];
  label: Inline[];
  /** The change and its verdict, or the period. Empty if there is nothing to add. */
  detail: Inline[];
}

export function listKeyFigureRuns({ items }: KeyFigures): Inline[][] {
  return items.flatMap(({ value, label, detail }) => [value, label, detail]);
}
