import type { Passage } from './list-passages.js';

export interface Sentence {
  text: string;
  /** The offset in the passage's text. */
  from: number;
  passage: Passage;
}

/** An initial or an abbreviation: its full stop does not end a sentence. */
const ABBREVIATION =
  /(?:^|[\s(“‘"'])(?:\p{Lu}|e\.g|i\.e|etc|cf|vs|no|nos|para|paras|st|mr|mrs|ms|dr|prof|op|approx)\.$/iu;
/** The end of a sentence and the start of the next, which may be a bracket: "[to come] came." */
const END = /[.!?]["”’)]*\s+(?=["“‘(]?[\p{Lu}\p{N}]|\[)/gu;

/** Splits a passage into sentences. A passage without a full stop is one sentence. */
export function splitSentences(passage: Passage): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  const add = (to: number): void => {
    const text = passage.text.slice(from, to);
    const blank = text.length - text.trimStart().length;
    if (text.trim() !== '') sentences.push({ text: text.trim(), from: from + blank, passage });
    from = to;
  };
  for (const { index, 0: end } of passage.text.matchAll(END))
    if (end.startsWith('.') ? !ABBREVIATION.test(passage.text.slice(from, index + 1)) : true)
      add(index + end.length);
  add(passage.text.length);
  return sentences;
}
