import { diffByKey } from '../compare/align/diff-by-key.js';

/**
 * The positions of the characters of one text in another text. A character that the other text lacks has null.
 */
export type Alignment = (number | null)[];

const TOKENS = /\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu;

/** Aligns the characters of two texts, word by word. */
export function alignText(before: string, now: string): Alignment {
  if (before.length >= now.length && before.endsWith(now)) {
    const shift = before.length - now.length;
    return Array.from({ length: before.length }, (_, at) => (at < shift ? null : at - shift));
  }
  const alignment: Alignment = [];
  let at = 0;
  for (const stretch of diffByKey(splitWords(before), splitWords(now), (word) => word)) {
    if (stretch.isSame)
      for (const word of stretch.after)
        for (let offset = 0; offset < word.length; offset++) alignment.push(at++);
    else {
      for (const word of stretch.before) alignment.push(...Array.from(word, () => null));
      at += stretch.after.join('').length;
    }
  }
  return alignment;
}

function splitWords(text: string): string[] {
  return text.match(TOKENS) ?? [];
}
