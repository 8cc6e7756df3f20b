import type { Inline } from '../inline.js';
import type { Place } from '../problem.js';

/** A heading inside a section. Level 1 is directly under the section's title. */
export interface Heading {
  kind: 'heading';
  level: 1 | 2 | 3;
  anchor: string;
  content: Inline[];
  place: Place;
}

export function listHeadingRuns(heading: Heading): Inline[][] {
  return [heading.content];
}
