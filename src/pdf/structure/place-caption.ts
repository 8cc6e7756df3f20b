import type { Element } from './element.js';

/**
 * Moves a caption into the table or figure that follows it. `start` is the index of the newest child. Returns
 * the caption that is still waiting for its table or figure, or null.
 */
export function placeCaption(parent: Element, start: number, waiting: Element | null): Element | null {
  const newest = parent.children.slice(start).find((child) => child.kind === 'element');
  if (newest?.role === 'Caption') {
    parent.children.splice(start, 1);
    return newest;
  }
  if (!waiting || (newest?.role !== 'Table' && newest?.role !== 'Figure')) return waiting;
  waiting.parent = newest;
  newest.children.unshift(waiting);
  return null;
}
