import type { Label } from './label.js';

/** The labels that a user looks for. An empty kind or word fits every label. */
interface LabelQuery {
  kind: string;
  word: string;
}

/** Returns true if a label has this kind, and this word in its name, its title or its printed text. */
export function isWantedLabel({ kind, prints, type, about }: Label, query: LabelQuery): boolean {
  if (query.kind !== '' && kind !== query.kind) return false;
  const word = query.word.trim().toLowerCase();
  return [prints, type ?? '', about].some((text) => text.toLowerCase().includes(word));
}
