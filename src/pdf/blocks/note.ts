import type { Note } from '../../model/blocks/note.js';
import type { Inline } from '../../model/inline.js';
import type { Theme } from '../../model/theme.js';
import { createTextRuns } from '../nodes/create-text-runs.js';
import type { TextNode } from '../nodes/pdf-node.js';

/** Text between paragraphs. To a screen reader it is a paragraph, because nothing refers to it. */
export function createNoteNode({ content }: Note, theme: Theme): TextNode {
  return {
    ...createNoteText(content, theme),
    margin: [theme.text.hang, 0, 0, theme.layout.notes.below],
    flow: true,
  };
}

/** Returns a note under a table or drawing. Marks link to its id. */
export function createFootnoteNode(content: Inline[], theme: Theme, id: string): TextNode {
  return { ...createNoteText(content, theme), id, tag: { role: 'Note', id } };
}

function createNoteText(content: Inline[], theme: Theme): TextNode {
  return {
    text: createTextRuns(content, theme),
    fontSize: theme.text.small,
    lineHeight: theme.layout.notes.leading,
    color: theme.colours.soft,
  };
}
