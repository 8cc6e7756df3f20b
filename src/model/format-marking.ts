import type { Document } from './document.js';

/** What stands at the head of every page: "OFFICIAL · DRAFT", or nothing. */
export function formatMarking({ running, status }: Document): string {
  return [running.marking, status === 'draft' ? 'DRAFT' : null].filter((word) => word !== null).join(' · ');
}
