import type { List } from '../model/blocks/list.js';
import { listInlineRuns, type Block } from '../model/blocks/block.js';
import type { Inline } from '../model/inline.js';

/**
 * All of a block that a reader would see differ, as one text to compare. Runs are kept apart, so that words that move between cells are
 * a change. Its number is left out, and references count by where they lead: what is only renumbered has not changed.
 */
export function visibleText(block: Block): string {
  return JSON.stringify([block.kind, [...listInlineRuns(block)].map(runText), shapeOf(block)]);
}

export function runText(run: readonly Inline[]): string {
  return run.map(inlineText).join('');
}

function shapeOf(block: Block): unknown {
  switch (block.kind) {
    case 'heading':
      return block.level;
    case 'list':
      return outline(block);
    case 'table':
      return [block.rows.map(({ kind }) => kind), block.columns.map(({ align, width }) => [align, width])];
    case 'chart':
      return [block.drawing.svg, block.alternative, block.dataColumns];
    case 'diagram':
      return [block.drawing.svg, block.alternative];
    default:
      return null;
  }
}

function outline({ style, items }: List): unknown {
  return [style, items.map(({ lists }) => lists.map(outline))];
}

function inlineText(inline: Inline): string {
  switch (inline.kind) {
    case 'emphasis':
    case 'strong':
      return `<${inline.kind}>${runText(inline.content)}</>`;
    case 'link':
      return `<${inline.url}>${runText(inline.content)}</>`;
    case 'break':
      return '\n';
    case 'reference':
      return `<${inline.target ?? ''} ${inline.end ?? ''}>`;
    case 'term':
      return `${inline.expansion} (${inline.text})`;
    case 'text':
    case 'value':
      return inline.text;
  }
}
