import type { Footnote } from '../../model/blocks/footnote.js';
import { makeReturnAnchor } from '../../model/make-return-anchor.js';
import type { Theme } from '../../model/theme.js';
import { createTextRuns } from '../nodes/create-text-runs.js';
import type { TextNode } from '../nodes/pdf-node.js';

/** Returns a footnote for the foot of a page. Its number leads back to the text. */
export function createPageNoteNode({ number, anchor, content }: Footnote, theme: Theme): TextNode {
  const { hang, small } = theme.text;
  return {
    text: [
      { text: number, linkToDestination: makeReturnAnchor(anchor), color: theme.colours.accent },
      { text: '\u00a0\u00a0' },
      ...createTextRuns(content, theme),
    ],
    id: anchor,
    fontSize: small,
    lineHeight: theme.layout.notes.leading,
    color: theme.colours.soft,
    margin: [hang, 0, 0, theme.layout.footnotes.gap],
    isFootnote: true,
    tag: { role: 'Note', id: anchor },
  };
}
