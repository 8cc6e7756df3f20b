import type { Figure } from '../model/figure.js';
import { formatPlace, type Place } from '../model/problem.js';

export interface HtmlOptions {
  /**
   * Adds attributes for the preview. A figure gets its id and place (`data-figure`, `data-figure-place`). A block gets
   * its place in the author's files (`data-place`).
   */
  isTraced: boolean;
  /** The names of the paper's other files, which lie beside the page. Null without links to them, as in a preview. */
  files: { pdf: string; figures: string } | null;
}

/** Returns the attribute with a block's place in the author's files: `file:line:column`. */
export function getPlaceAttribute(place: Place, { isTraced }: HtmlOptions): { 'data-place': string | null } {
  return { 'data-place': isTraced ? formatPlace(place) : null };
}

/** Returns the attributes with a figure's id and place. */
export function getFigureAttributes({ id, place }: Figure): Record<string, string> {
  return { 'data-figure': id, 'data-figure-place': formatPlace(place) };
}
