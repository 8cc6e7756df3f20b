import type { Quote } from '../../model/blocks/quote.js';
import type { Theme } from '../../model/theme.js';
import { createTextRuns } from '../nodes/create-text-runs.js';
import type { StackNode } from '../nodes/pdf-node.js';

/** Returns a paragraph of a quotation, indented on both sides. */
export function createQuoteNode({ content }: Quote, theme: Theme): StackNode {
  const { hang } = theme.text;
  const { indent, below } = theme.layout.quotes;
  return {
    stack: [{ text: createTextRuns(content, theme), flow: true, color: theme.colours.soft }],
    margin: [hang + indent, 0, indent, below],
    tag: { role: 'BlockQuote' },
  };
}
