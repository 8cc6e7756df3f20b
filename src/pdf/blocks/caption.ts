import type { Inline } from '../../model/inline.js';
import type { Theme } from '../../model/theme.js';
import { createTextRuns } from '../nodes/create-text-runs.js';
import type { TextNode } from '../nodes/pdf-node.js';

interface Captioned {
  /** The destination of links. Null for a copy. */
  anchor: string | null;
  number: string | null;
  title: Inline[];
}

/** Returns "Table 1. Title", with the number in the accent colour. The caller sets its tag. */
export function createCaptionNode({ anchor, number, title }: Captioned, theme: Theme): TextNode {
  const { below, leading } = theme.layout.captions;
  return {
    text: [
      { text: number === null ? '' : `${number}. `, color: theme.colours.accent },
      ...createTextRuns(title, theme),
    ],
    ...(anchor !== null && { id: anchor }),
    bold: true,
    lineHeight: leading,
    margin: [0, 0, 0, below],
  };
}
