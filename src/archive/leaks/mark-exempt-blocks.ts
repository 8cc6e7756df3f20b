import type { Block } from '../../model/blocks/block.js';
import type { Document } from '../../model/document.js';
import { isWhollyExempt, listExempt } from '../../model/exemption.js';
import { listSections } from '../../model/list-sections.js';
import type { Paper } from '../../model/paper.js';

/** Marks the blocks of a paper that are exempt: those of an exempt paper or appendix, or that belong to an exempt paragraph. */
export function markExemptBlocks(
  { exempt }: Paper,
  document: Document,
): { block: Block; isExempt: boolean }[] {
  const isWhole = isWhollyExempt(exempt);
  const labels = new Set(listExempt(exempt, 'paragraphs').map(({ name }) => name));
  const appendices = new Set(listExempt(exempt, 'appendices').map(({ name }) => name));
  return listSections(document).flatMap(({ id, blocks }) => {
    let isParagraphExempt = false;
    return blocks.map((block) => {
      if (block.kind === 'paragraph') isParagraphExempt = labels.has(block.anchor);
      // A list or footnote belongs to its paragraph. Tables and charts after it may be the template's.
      const isPart = block.kind === 'paragraph' || block.kind === 'list' || block.kind === 'footnote';
      return { block, isExempt: isWhole || appendices.has(id) || (isParagraphExempt && isPart) };
    });
  });
}
