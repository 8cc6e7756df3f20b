import { capitalise } from '../format.js';
import type { Inline } from '../model/inline.js';

/** Begins a sentence that opens with a reference or an expanded acronym with a capital: "Paragraph 3 says …". */
export function startSentences(content: Inline[]): Inline[] {
  let before = '. ';
  return content.map((inline) => {
    const starts = /(^|[.!?])\s+$/.test(before);
    before = inline.kind === 'text' ? inline.text : 'x';
    if (!starts) return inline;
    if (inline.kind === 'reference') return { ...inline, text: capitalise(inline.text) };
    return inline.kind === 'term' ? { ...inline, expansion: capitalise(inline.expansion) } : inline;
  });
}
