/** A change of a text: `text` replaces the characters from `start` to before `end`. */
export interface TextEdit {
  start: number;
  end: number;
  text: string;
}

/** Applies edits from the end of the text, so that the offsets before them stay true. Texts at one offset keep their order. */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .reverse()
    .sort((a, b) => b.start - a.start || b.end - a.end)
    .reduce((edited, edit) => edited.slice(0, edit.start) + edit.text + edited.slice(edit.end), text);
}
