import type { LabelWords } from './template.js';

/** A number of a part of the paper, as an author types it: "Table 2", "para 14", "paragraph 2 of section C". */
export interface TypedNumber {
  /** The kinds of part that the word can mean: charts, diagrams and pictures may all be figures. */
  kinds: (keyof LabelWords)[];
  number: string;
  /** The section that it names. Null if it names none. */
  section: string | null;
}

/** A part of the paper, with its number alone: "2", "C", "1.2". */
interface NumberedPart {
  kind: keyof LabelWords;
  number: string | null;
  /** The number of its section. */
  section: { number: string | null };
}

/** Words that authors use whatever the template calls the part. */
const USUAL_WORDS: Record<keyof LabelWords, string[]> = {
  paragraph: ['paragraph', 'para'],
  paragraphs: [],
  section: ['section'],
  table: ['table'],
  chart: ['chart', 'figure'],
  diagram: ['diagram', 'figure'],
  picture: ['picture', 'figure'],
  appendix: ['appendix', 'annex'],
};

const SHAPE =
  /^(?<word>[\p{L}][\p{L} .-]*?)[\s.]+(?<number>\d+(?:\.\d+)*\p{L}?|\p{L}\d*|[ivx]+)(?:\s+of\s+section\s+(?<section>\S+))?\.?$/iu;

/** Reads a text such as "table 2". Returns null if it is not the number of a part. */
export function parseTypedNumber(text: string, words: LabelWords): TypedNumber | null {
  const { word, number, section } = SHAPE.exec(text.replaceAll('\u00a0', ' ').trim())?.groups ?? {};
  if (word === undefined || number === undefined) return null;
  const kinds = (Object.keys(USUAL_WORDS) as (keyof LabelWords)[]).filter((kind) =>
    [words[kind], ...USUAL_WORDS[kind]].some((known) => known.toLowerCase() === word.toLowerCase()),
  );
  return kinds.length === 0 ? null : { kinds, number, section: section ?? null };
}

/** Returns true if a part has the number that an author typed. */
export function hasTypedNumber(
  { kind, number, section }: NumberedPart,
  { kinds, number: typed, section: typedSection }: TypedNumber,
): boolean {
  return (
    kinds.includes(kind) &&
    number?.toLowerCase() === typed.toLowerCase() &&
    (typedSection === null || section.number?.toLowerCase() === typedSection.toLowerCase())
  );
}
