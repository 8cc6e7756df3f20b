import type { Proposal } from './proposal.js';

/** Returns true if the bookmark of a changed paragraph is lost, so that the place can be wrong. */
export function isFoundByWords({ matchedBy, label, passage }: Proposal): boolean {
  return matchedBy === 'similar' || (matchedBy === 'text' && label !== null && passage?.kind === 'paragraph');
}
