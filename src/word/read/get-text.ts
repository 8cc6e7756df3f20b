import type { WordBlock, WordParagraph, WordRun } from './word-file.js';

/** The text before the tracked changes, or with all of them accepted. */
export type Side = 'before' | 'after';

/** Returns true if a run is in the text before the tracked changes, or in the text after them. */
export function isInText({ change }: Pick<WordRun, 'change'>, side: Side): boolean {
  return change === null || (change.kind === 'deleted') === (side === 'before');
}

/** Returns the text of a paragraph before or after its tracked changes. Notes and pictures have none. */
export function getText({ runs }: Pick<WordParagraph, 'runs'>, side: Side): string {
  return runs
    .filter((run) => isInText(run, side))
    .map(({ text }) => text)
    .join('');
}

/** Returns the text of paragraphs and tables, a line for each paragraph. */
export function getBlocksText(blocks: readonly WordBlock[], side: Side): string {
  return blocks
    .flatMap((block) =>
      block.kind === 'paragraph'
        ? [getText(block, side)]
        : block.rows.flatMap(({ cells }) => cells.map((cell) => getBlocksText(cell.blocks, side))),
    )
    .join('\n');
}
