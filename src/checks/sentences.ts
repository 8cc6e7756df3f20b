import type { Passage } from './passages.js';

/** `from` is its offset in the passage's text. */
export interface Sentence {
  text: string;
  from: number;
  passage: Passage;
}

/** Where a full stop ends no sentence: after an initial or an abbreviation. */
const ABBREVIATION =
  /(?:^|[\s(“‘"'])(?:\p{Lu}|e\.g|i\.e|etc|cf|vs|no|nos|para|paras|st|mr|mrs|ms|dr|prof|op|approx)\.$/iu;
/** A bracket begins one too: "[to come] came." */
const END = /[.!?]["”’)]*\s+(?=["“‘(]?[\p{Lu}\p{N}]|\[)/gu;

/** The sentences of a passage. A passage without a full stop is one. */
export function sentencesOf(passage: Passage): Sentence[] {
  const found: Sentence[] = [];
  let from = 0;
  const add = (to: number): void => {
    const text = passage.text.slice(from, to);
    const blank = text.length - text.trimStart().length;
    if (text.trim() !== '') found.push({ text: text.trim(), from: from + blank, passage });
    from = to;
  };
  for (const { index, 0: end } of passage.text.matchAll(END))
    if (end.startsWith('.') ? !ABBREVIATION.test(passage.text.slice(from, index + 1)) : true)
      add(index + end.length);
  add(passage.text.length);
  return found;
}
