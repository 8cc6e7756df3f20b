/** Returns the anchor of a block's note, counted from 1. A mark in a table cell links to it. */
export function makeNoteAnchor(block: { anchor: string }, number: number): string {
  return `${block.anchor}-note-${number}`;
}
