import type { Paragraph } from '../../model/blocks/paragraph.js';
import type { Inline } from '../../model/inline.js';
import type { Theme } from '../../model/theme.js';
import { createTextRuns } from '../nodes/create-text-runs.js';
import type { TextNode } from '../nodes/pdf-node.js';

/** Number and text are one node, so that a screen reader reads them as one paragraph. */
export function createParagraphNode({ number, anchor, content }: Paragraph, theme: Theme): TextNode {
  const { hang } = theme.text;
  const runs = createTextRuns(content, theme);
  return {
    text:
      number === null ? runs : [{ text: `${number}. `, color: theme.colours.soft, noWrap: true }, ...runs],
    id: anchor,
    margin: [hang, 0, 0, theme.layout.paragraphs.below],
    flow: true,
    ...(endsWithColon(content) && { keepWithNext: true }),
    ...(number !== null && { hang }),
  };
}

/** Returns true if a paragraph introduces the list or table after it. */
function endsWithColon(content: Inline[]): boolean {
  const last = content.at(-1);
  return last?.kind === 'text' && /:\s*$/.test(last.text);
}
