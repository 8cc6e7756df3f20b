import type { Document } from '../../model/document.js';
import { listBlocks } from '../../model/list-sections.js';

/** The number of a caption in a field that Word counts: "Table " and 2, or "Figure ", 1 and "a". */
interface CaptionNumber {
  word: string;
  count: number;
  letter: string;
  /** The instruction of the field: `SEQ Table \* ARABIC`. */
  instruction: string;
}

/** The numbers of captions, by the anchor of their block. A number that no field can count is typed, and not here. */
export type Captions = ReadonlyMap<string, CaptionNumber>;

/** Plans fields that count to the printed numbers. A number that does not follow from the one before resets the count. */
export function planCaptions(document: Document): Captions {
  const counts = new Map<string, number>();
  const captions = new Map<string, CaptionNumber>();
  for (const block of listBlocks(document)) {
    if (!('number' in block) || !('title' in block) || block.number === null) continue;
    const [, word = '', digits = '', letter = ''] = /^(.+ )(\d{1,6})([a-z]*)$/.exec(block.number) ?? [];
    if (digits === '') continue;
    const count = Number(digits);
    captions.set(block.anchor, {
      word,
      count,
      letter,
      instruction: writeInstruction(word, count, counts.get(word) ?? 0),
    });
    counts.set(word, count);
  }
  return captions;
}

function writeInstruction(word: string, count: number, last: number): string {
  const sequence = `SEQ ${word.replace(/[^\p{L}\p{N}]+/gu, '')} \\* ARABIC`;
  if (count === last + 1) return sequence;
  return count === last ? `${sequence} \\c` : `${sequence} \\r ${count}`;
}
