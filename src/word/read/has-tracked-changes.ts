import type { WordBlock, WordRun } from './word-file.js';

/** Returns true if a text, its tables or its notes have tracked changes. */
export function hasTrackedChanges(blocks: readonly WordBlock[]): boolean {
  return blocks.some((block) =>
    block.kind === 'paragraph'
      ? block.endChange !== null || block.runs.some(isChanged)
      : block.rows.some(
          ({ change, cells }) => change !== null || cells.some((cell) => hasTrackedChanges(cell.blocks)),
        ),
  );
}

function isChanged({ change, note }: WordRun): boolean {
  return change !== null || hasTrackedChanges(note?.blocks ?? []);
}
