import { capitalise } from '../format/words.js';
import type { Inline } from '../model/inline.js';

/** Capitalises a reference or an expanded acronym at the start of a sentence: "Paragraph 3 says …". */
export function startSentences(content: Inline[]): Inline[] {
  return content.map((inline, index) => {
    if (!startsSentence(content[index - 1])) return inline;
    if (inline.kind === 'reference') return { ...inline, text: capitalise(inline.text) };
    return inline.kind === 'term' ? { ...inline, expansion: capitalise(inline.expansion) } : inline;
  });
}

/** Tests whether a sentence starts after the given inline, which is undefined at the start of a run. */
function startsSentence(before: Inline | undefined): boolean {
  if (!before) return true;
  return before.kind === 'text' && /(^|[.!?])\s+$/.test(before.text);
}
