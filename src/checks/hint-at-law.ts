import type { CommitteeLaw } from '../model/committee-law.js';

/** Hints that the project states no law, so that a rule of local authorities in England was assumed. */
export function hintAtLaw({ stated, law }: CommitteeLaw): string | undefined {
  return stated === null
    ? `data/organisation.yaml states no law, so that of ${law.id} is assumed. State yours: law: ${law.id}`
    : undefined;
}

/** Joins the sentences of a hint. Leaves out those that are undefined. */
export function joinHints(...hints: (string | undefined)[]): string {
  return hints.filter((hint) => hint !== undefined).join(' ');
}
