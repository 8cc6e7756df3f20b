import type { Block } from '../../model/blocks/block.js';
import type { LeftOutKind } from '../../model/fragment.js';
import type { Section } from '../../model/section.js';

/** Lists the calls that keep the numbers and labels of what a text had: `{{left-out "table" "bids" "5"}}`. */
export function writeLeftOut(blocks: readonly Block[], section: Section): string {
  return blocks.flatMap((block) => writeCall(block, section)).join('');
}

function writeCall(block: Block, { id }: Section): string[] {
  const write = (kind: LeftOutKind, label: string, number: string | null): string[] => [
    `{{left-out "${kind}" "${label}" "${/\S+$/.exec(number ?? '')?.[0] ?? ''}"}}`, // without the word: "Table 5"
  ];
  switch (block.kind) {
    case 'table':
      return block.number === null
        ? []
        : write('table', findLabel(block.anchor, `${id}-table`), block.number);
    case 'chart':
    case 'diagram':
      return write(block.kind, block.id, block.number);
    case 'picture':
      return write('picture', block.id ?? '', block.number);
    case 'footnote':
      return write('footnote', '', block.number);
    case 'paragraph':
      return findLabel(block.anchor, `${id}-p`) === '' ? [] : write('paragraph', block.anchor, block.number);
    case 'heading':
    case 'list':
    case 'note':
    case 'quote':
    case 'key-figures':
      return [];
    default:
      return block satisfies never;
  }
}

/** Returns the label of a block: its anchor, unless that was made for a block without one. */
function findLabel(anchor: string, made: string): string {
  return anchor.startsWith(made) && /^[\d-]*$/.test(anchor.slice(made.length)) ? '' : anchor;
}
