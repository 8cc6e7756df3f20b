import type { gfmFootnote } from 'micromark-extension-gfm-footnote';

/** An extension of the Markdown parser. */
type Extension = ReturnType<typeof gfmFootnote>;

/** The most beginnings of HTML comments, declarations and instructions that are searched for their ends. */
export const MOST_BEGINNINGS = 100;
/** The most characters of a footnote's label, as CommonMark defines it. */
const LONGEST_LABEL = 1000;

/** Matches each beginning of HTML that has no tag: a comment, a declaration, CDATA or an instruction. */
const BEGINNING = /<[!?]/g;

/** Finds the offset of the first beginning if there are too many. Null otherwise. */
export function findTooManyBeginnings(markdown: string): number | null {
  const count = markdown.match(BEGINNING)?.length ?? 0;
  return count > MOST_BEGINNINGS ? markdown.search(BEGINNING) : null;
}

/**
 * Returns an extension of the parser that keeps its time linear in the length of a paragraph. The parser looks for the end of
 * each comment in the rest of the paragraph, so a text with too many is read without HTML. `findUnsupported` refuses it.
 */
export function limitHtml(markdown: string): Extension {
  return findTooManyBeginnings(markdown) === null ? {} : { disable: { null: ['htmlText'] } };
}

/**
 * Limits the extension for footnotes. At each `]`, it looks for the `![` of a footnote after an exclamation mark in the whole
 * paragraph before. A label is short, so the search can end where a label would begin.
 */
export function limitFootnotes(footnotes: Extension): Extension {
  const bracket = footnotes.text?.[93];
  if (!bracket || Array.isArray(bracket)) return footnotes;
  const { tokenize } = bracket;
  return {
    ...footnotes,
    text: {
      ...footnotes.text,
      93: {
        ...bracket,
        tokenize(effects, ok, nok) {
          const end = this.now().offset;
          for (let index = this.events.length - 1; index >= 0; index--) {
            const token = this.events[index]?.[1];
            if (!token || end - token.end.offset > LONGEST_LABEL) break;
            if (token.type === 'labelImage') return tokenize.call(this, effects, ok, nok);
          }
          return nok;
        },
      },
    },
  };
}
