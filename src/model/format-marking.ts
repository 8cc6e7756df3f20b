import type { Document } from './document.js';

/** Returns the text at the top of every page: "OFFICIAL · DRAFT", or an empty string. */
export function formatMarking({ running, status }: Document): string {
  return [running.marking, status === 'draft' ? 'DRAFT' : null].filter((word) => word !== null).join(' · ');
}
