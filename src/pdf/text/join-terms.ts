/** A piece of a text between two places where a line may break. */
interface Piece {
  text: string;
  run: number;
  lineEnd?: boolean;
}

/** A single letter and a hyphen, as in "p-value". */
const LETTER_AND_HYPHEN = /^\P{L}*\p{L}-$/u;

/** Joins the pieces of terms that start with a single letter and a hyphen: no line ends within "p-value" or "t-test". */
export function joinTerms<P extends Piece>(pieces: readonly P[]): P[] {
  if (!pieces.some(({ text }) => text.endsWith('-'))) return [...pieces];
  const joined: P[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last && last.run === piece.run && !last.lineEnd && LETTER_AND_HYPHEN.test(last.text))
      joined[joined.length - 1] = { ...piece, text: last.text + piece.text };
    else joined.push(piece);
  }
  return joined;
}
