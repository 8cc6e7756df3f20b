import type { Identities } from '../compare/align/align-documents.js';
import { hasTextChanged } from '../compare/align/has-text-changed.js';
import { listInlineRuns, type Block } from '../model/blocks/block.js';
import type { List } from '../model/blocks/list.js';

/** Returns true if a reader would see a difference. A new number, of the block or of a reference, does not count. */
export function hasBlockChanged(before: Block, after: Block, identities: Identities): boolean {
  const [oldRuns, newRuns] = [listInlineRuns(before), listInlineRuns(after)];
  return (
    oldRuns.length !== newRuns.length ||
    newRuns.some((run, index) => hasTextChanged(oldRuns[index] ?? [], run, identities)) ||
    JSON.stringify(describeShape(before)) !== JSON.stringify(describeShape(after))
  );
}

/** Returns what a reader sees of a block besides its runs of text. */
function describeShape(block: Block): unknown {
  switch (block.kind) {
    case 'heading':
      return block.level;
    case 'list':
      return outlineList(block);
    case 'table':
      return [block.rows.map(({ kind }) => kind), block.columns.map(({ align, width }) => [align, width])];
    case 'chart':
      return [block.drawing.svg, block.alternative, block.dataColumns];
    case 'diagram':
      return [block.drawing.svg, block.alternative];
    case 'picture':
      return [block.image.data, block.size, block.alternative];
    case 'paragraph':
    case 'note':
    case 'quote':
    case 'footnote':
    case 'key-figures':
      return null;
    default:
      return block satisfies never;
  }
}

function outlineList({ style, items }: List): unknown {
  return [style, items.map(({ lists }) => lists.map(outlineList))];
}
