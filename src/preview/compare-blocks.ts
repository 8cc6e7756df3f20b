import type { Identities } from '../compare/align/align-documents.js';
import { compareTexts, joinChanges, type TextChange } from '../compare/align/compare-texts.js';
import { listInlineRuns, type Block } from '../model/blocks/block.js';
import type { List } from '../model/blocks/list.js';

/** Returns null if a reader would see no difference. A new number, of the block or of a reference, does not count. */
export function compareBlocks(before: Block, after: Block, identities: Identities): TextChange | null {
  const [oldRuns, newRuns] = [listInlineRuns(before), listInlineRuns(after)];
  const change = joinChanges(
    newRuns.map((run, index) => compareTexts(oldRuns[index] ?? [], run, identities)),
  );
  const hasOtherShape =
    oldRuns.length !== newRuns.length ||
    JSON.stringify(describeShape(before)) !== JSON.stringify(describeShape(after));
  return hasOtherShape ? { sentences: change?.sentences ?? [] } : change;
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
