import type { Figure } from '../model/figure.js';
import { formatPlace, type Place } from '../model/problem.js';

export interface Tracing {
  /**
   * Mark each figure with its id and its place (`data-figure`, `data-figure-place`), and each block with its place in the
   * author's files (`data-place`).
   */
  trace: boolean;
}

/** The attribute that says where in the author's files something stands: `file:line:column`. */
export function placeMark(place: Place, { trace }: Tracing): { 'data-place': string | null } {
  return { 'data-place': trace ? formatPlace(place) : null };
}

/** The attributes by which a printed figure is known again: its id, and the line that it comes from. */
export function figureMark({ id, place }: Figure): Record<string, string> {
  return { 'data-figure': id, 'data-figure-place': formatPlace(place) };
}
