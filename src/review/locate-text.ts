/** The lines of a text inside a file. */
interface LocatedText {
  /** Turns an offset of the file into an offset of the text. Null outside the text. */
  toOffset: (offset: number) => number | null;
}

/** Finds the lines of a text in its file, around an offset. The file may indent them. Null if they are not there. */
export function locateText(fileText: string, text: string, offset: number): LocatedText | null {
  const fileLines = splitLines(fileText);
  const lines = text.split('\n');
  const at = fileLines.findLastIndex(({ start }) => start <= offset);
  for (let index = 0; index < lines.length; index++) {
    const starts = findStarts(fileLines.slice(at - index, at - index + lines.length), lines, offset);
    if (at >= index && starts) return { toOffset: (position) => toOffset(position, lines, starts) };
  }
  return null;
}

interface Line {
  text: string;
  start: number;
}

function splitLines(text: string): Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const found = { text: line.replace(/\r$/, ''), start };
    start += line.length + 1;
    return found;
  });
}

/** Finds where each line starts. A text of one line may stand anywhere in its line, as a value after a key. */
function findStarts(fileLines: readonly Line[], lines: readonly string[], offset: number): number[] | null {
  if (fileLines.length < lines.length) return null;
  const [only] = fileLines;
  if (lines.length === 1 && only) return findInLine(only, lines[0] ?? '', offset);
  const starts = lines.map((line, index) => {
    const { text, start } = fileLines[index] ?? { text: '', start: 0 };
    return text.trimEnd().endsWith(line.trimEnd())
      ? start + text.trimEnd().length - line.trimEnd().length
      : null;
  });
  return starts.every((start) => start !== null) ? starts : null;
}

function findInLine({ text, start }: Line, line: string, offset: number): number[] | null {
  for (let at = text.indexOf(line); at >= 0; at = text.indexOf(line, at + 1))
    if (offset >= start + at && offset <= start + at + line.length) return [start + at];
  return null;
}

function toOffset(position: number, lines: readonly string[], starts: readonly number[]): number | null {
  let before = 0;
  for (const [index, line] of lines.entries()) {
    const start = starts[index] ?? 0;
    const next = starts[index + 1] ?? Infinity;
    // The spaces before a line belong to the file.
    if (position < start) return index === 0 ? null : before;
    if (position <= start + line.length) return before + position - start;
    if (position < next && index + 1 < lines.length && position > start + line.length + 1)
      return before + line.length + 1;
    before += line.length + 1;
  }
  return null;
}
