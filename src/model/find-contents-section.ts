import type { Document } from './document.js';

/** Returns the id of the section that the contents list follows. Null if the list comes before all sections. */
export function findContentsSection({ contentsAfter, sections }: Document): string | null {
  return sections.find(({ id }) => id === contentsAfter)?.id ?? null;
}
