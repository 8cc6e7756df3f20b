import type { Blockquote } from 'mdast';
import type { Note } from '../../model/blocks/note.js';
import type { Quote } from '../../model/blocks/quote.js';
import { sliceText, type Inline } from '../../model/inline.js';
import { flattenChecked, mapChecked } from '../../model/join-checked.js';
import { makeError, type Checked } from '../../model/problem.js';
import { getNodePlace } from '../parse-markdown.js';
import { renderBlockText, type BlockContext } from './block-context.js';

/** The first line that makes a note of a quotation, as on GitHub. */
const NOTE = /^\[!NOTE\]\s*/;

/** Builds the paragraphs of a quotation, or of a note, which starts with `[!NOTE]`. */
export function buildQuotation({ children }: Blockquote, context: BlockContext): Checked<(Note | Quote)[]> {
  const [first] = children;
  const [start] = first?.type === 'paragraph' ? first.children : [];
  const isNote = start?.type === 'text' && NOTE.test(start.value);
  const { body } = context.draft.source;
  return flattenChecked(
    children.map((child): Checked<(Note | Quote)[]> => {
      const place = getNodePlace(child, body);
      if (child.type !== 'paragraph')
        return {
          value: [],
          problems: [
            makeError('markdown-is-supported', place, 'a quotation has only paragraphs', {
              hint: 'Start lists, headings and tables in the first column, without >.',
            }),
          ],
        };
      return mapChecked(renderBlockText(child.children, context), (text) => {
        if (!isNote) return [{ kind: 'quote', content: text, place }];
        const content = child === first ? cutMark(text) : text;
        return content.length === 0 ? [] : [{ kind: 'note', content, place }];
      });
    }),
  );
}

function cutMark([first, ...rest]: readonly Inline[]): Inline[] {
  if (first?.kind !== 'text') return rest;
  const cut = sliceText(first, NOTE.exec(first.text)?.[0].length ?? 0);
  return cut.text === '' ? rest : [cut, ...rest];
}
