import { splitWords } from './split-words.js';

/** A part of a run between two places where a line may end. */
export interface Piece {
  readonly text: string;
  /** The index of its run. */
  readonly run: number;
  /** True if the line must end after it. */
  readonly lineEnd: boolean;
  /** True if no line ends after it, because the word goes on in the next run. */
  noNewLine: boolean;
}

interface Run {
  readonly text: string;
  readonly noWrap?: boolean | null;
}

/** Splits runs of text where a line may end, as pdfmake's `TextBreaker` does. */
export function breakRuns(runs: readonly Run[]): Piece[] {
  const pieces: Piece[] = [];
  let lastWord = '';
  runs.forEach((run, index) => {
    const before = pieces.at(-1);
    const start = pieces.length;
    const add = (text: string, lineEnd: boolean): void =>
      void pieces.push({ text, run: index, lineEnd, noNewLine: false });
    if (run.noWrap) add(run.text, false);
    else splitWords(run.text, add);
    if (before && lastWord !== '') before.noNewLine = isOneWord(lastWord + findFirstWord(run, pieces[start]));
    lastWord = index + 1 < runs.length ? findLastWord(run, pieces.at(-1)) : '';
  });
  return pieces;
}

function isOneWord(text: string): boolean {
  return listWords(text).length === 1;
}

/** Returns the first word of a run. One that does not wrap is a single piece with all its words. */
function findFirstWord({ noWrap }: Run, first: Piece | undefined): string {
  const text = first?.text ?? '';
  return noWrap ? (listWords(text)[0] ?? '') : text;
}

/** Returns the last word of a run. Returns an empty text if the line ends after it. */
function findLastWord({ noWrap }: Run, last: Piece | undefined): string {
  if (!last || last.lineEnd) return '';
  return noWrap ? (listWords(last.text).at(-1) ?? '') : last.text;
}

function listWords(text: string): string[] {
  const words: string[] = [];
  splitWords(text, (word) => void words.push(word));
  return words;
}
