import type { Paragraph, RootContent, Table, Text } from 'mdast';
import { sliceText, type Inline } from '../model/inline.js';
import { isBlockNode, type BlockNode } from './markdown-support.js';

/** The paragraph under a pipe table that is its caption: `: Caption {#tbl-label}`. */
export interface TableCaption {
  node: Paragraph;
  /** The name for references. Null if the caption gives none. */
  label: string | null;
}

const LABEL = /(?<!\s)\s*\{#([a-z0-9][a-z0-9-]*)\}\s*$/;

/** Separates the captions of pipe tables from the other blocks. */
export function splitCaptions(nodes: readonly RootContent[]): {
  blocks: BlockNode[];
  captions: ReadonlyMap<Table, TableCaption>;
} {
  const captions = new Map<Table, TableCaption>();
  const blocks: BlockNode[] = [];
  for (const node of nodes.filter(isBlockNode)) {
    const table = blocks.at(-1);
    const isFree = table?.type === 'table' && !captions.has(table);
    if (isFree && node.type === 'paragraph' && isCaption(node)) captions.set(table, readCaption(node));
    else blocks.push(node);
  }
  return { blocks, captions };
}

/** Removes the colon and the label from the caption's text. */
export function cutCaptionMarks(content: readonly Inline[]): Inline[] {
  return content.flatMap((inline, index): Inline[] => {
    if (inline.kind !== 'text') return [inline];
    const start = index === 0 ? (/^:\s*/.exec(inline.text)?.[0].length ?? 0) : 0;
    const label = index === content.length - 1 ? LABEL.exec(inline.text) : null;
    const cut = sliceText(inline, start, label?.index);
    return cut.text === '' ? [] : [cut];
  });
}

function isCaption({ children: [first] }: Paragraph): boolean {
  return first?.type === 'text' && /^:\s/.test(first.value);
}

function readCaption(node: Paragraph): TableCaption {
  const last = node.children.findLast((child): child is Text => child.type === 'text');
  return { node, label: LABEL.exec(last?.value ?? '')?.[1] ?? null };
}
