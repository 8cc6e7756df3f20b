import type { Footnote } from '../../model/blocks/footnote.js';
import { joinLines } from './join-lines.js';
import { joinChecked, mapChecked } from '../../model/join-checked.js';
import type { Checked } from '../../model/problem.js';
import type { NumberedFootnote } from '../enumerate.js';
import { getNodePlace } from '../parse-markdown.js';
import { renderBlockText, type BlockContext } from './block-context.js';

/** Builds the text of a footnote. Its paragraphs are lines. */
export function buildFootnote(
  { number, anchor, definition }: NumberedFootnote,
  context: BlockContext,
): Checked<Footnote> {
  const paragraphs = definition.children.filter((child) => child.type === 'paragraph');
  const lines = joinChecked(paragraphs.map(({ children }) => renderBlockText(children, context)));
  const place = getNodePlace(definition, context.draft.source.body);
  return mapChecked(lines, (value) => ({
    kind: 'footnote',
    number,
    anchor,
    content: joinLines(value),
    place,
  }));
}
