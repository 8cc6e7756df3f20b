import { capitalise } from '../format/words.js';
import type { Inline } from '../model/inline.js';

/** Capitalises a reference or an expanded acronym at the start of a sentence: "Paragraph 3 says …". */
export function startSentences(content: Inline[]): Inline[] {
  return content.map((inline, index) => {
    if (!startsSentence(content.slice(0, index))) return inline;
    if (inline.kind === 'reference') return { ...inline, text: capitalise(inline.text) };
    return inline.kind === 'term' ? { ...inline, expansion: capitalise(inline.expansion) } : inline;
  });
}

/** Tests whether a sentence starts after the given inlines. */
function startsSentence(before: readonly Inline[]): boolean {
  const last = before.at(-1);
  if (!last) return true;
  if (last.kind !== 'text') return false;
  if (last.text.trim() === '') return before.length === 1;
  return /[.!?]\s+$/.test(last.text);
}
