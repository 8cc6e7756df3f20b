import { formatCount } from '../../format/words.js';

/**
 * A change of a whole sentence. `replaced`: another sentence, with few words in common, has its place. A sentence that moved
 * within its text is in two places: `moved-away` in the old one, `moved-here` in the new one.
 */
export type SentenceChange = 'added' | 'removed' | 'replaced' | 'moved-away' | 'moved-here';

/** Describes what happened to the sentences of a text: "gained a sentence", "lost 2 sentences". Empty if nothing did. */
export function describeSentences(changes: readonly (SentenceChange | null)[]): string[] {
  const count = (kind: SentenceChange): number => changes.filter((change) => change === kind).length;
  return [
    ...describeCount(count('added'), (sentences) => `gained ${sentences}`),
    ...describeCount(count('removed'), (sentences) => `lost ${sentences}`),
    ...describeCount(count('moved-here'), (sentences) => `had ${sentences} moved`),
  ];
}

function describeCount(count: number, describe: (sentences: string) => string): string[] {
  if (count === 0) return [];
  return [describe(count === 1 ? 'a sentence' : formatCount(count, 'sentence'))];
}
