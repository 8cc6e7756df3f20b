import type { Figure } from './figure.js';
import { sliceOrigins, type Origin } from './origin.js';
import type { Place } from './problem.js';
import type { Signal } from './theme.js';

/** A piece of running text. The author's text has a place or origins; text that the program adds has none. */
export type Inline =
  | Text
  | { kind: 'emphasis'; content: Inline[] }
  | { kind: 'strong'; content: Inline[] }
  | { kind: 'break' }
  /** A link out of the document. */
  | { kind: 'link'; url: string; content: Inline[] }
  | Reference
  | PrintedValue
  | FootnoteMark
  /** The first use of an acronym, printed as `expansion (text)`. */
  | { kind: 'term'; text: string; expansion: string; place?: Place };

export interface Text {
  kind: 'text';
  text: string;
  origins?: Origin[];
}

/** A link to a place in the same document. */
interface Reference {
  kind: 'reference';
  /**
   * The anchor; for a range, the anchor of its first item. Null if the label does not exist: a problem
   * reports that.
   */
  target: string | null;
  /** The anchor of a range's last item. */
  end?: string;
  text: string;
  /** The meaning of a result, which its colour shows. The words say it too. */
  signal?: Signal;
  place?: Place;
}

/** The raised number that leads to a footnote. */
interface FootnoteMark {
  kind: 'footnote';
  number: string;
  /** The anchor of the footnote. */
  target: string;
  /** True for the mark that the footnote leads back to. */
  isFirst: boolean;
  place?: Place;
}

/** A printed number, date or name. */
interface PrintedValue {
  kind: 'value';
  text: string;
  /** The figure behind the value. Null for a date or a name. */
  figure: Figure | null;
  cites?: CitedPaper;
  place?: Place;
}

/** Another paper that the text cites. */
interface CitedPaper {
  title: string;
  /** The number in the agenda. Null until it is set, and empty if no source gives it. */
  number: string | null;
}

/** Returns the text between two offsets, with its origins. */
export function sliceText({ text, origins }: Text, from: number, to = text.length): Text {
  return {
    kind: 'text',
    text: text.slice(from, to),
    ...(origins && { origins: sliceOrigins(origins, from, to) }),
  };
}

/** Returns the text without markup and without the numbers of footnotes. */
export function toPlainText(content: readonly Inline[]): string {
  return content.map(inlineToPlainText).join('');
}

function inlineToPlainText(inline: Inline): string {
  switch (inline.kind) {
    case 'emphasis':
    case 'strong':
    case 'link':
      return toPlainText(inline.content);
    case 'break':
      return ' ';
    case 'footnote':
      return '';
    case 'term':
      return `${inline.expansion} (${inline.text})`;
    case 'text':
    case 'reference':
    case 'value':
      return inline.text;
    default:
      return inline satisfies never;
  }
}

/** Yields every inline in reading order, including those inside markup. */
export function* walkInlines(content: readonly Inline[]): Generator<Inline> {
  for (const inline of content) {
    yield inline;
    if ('content' in inline) yield* walkInlines(inline.content);
  }
}
