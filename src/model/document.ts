import type { DiagramData, Drawing } from './drawing.js';
import type { Figure } from './figure.js';
import { sliceOrigins, type Origin } from './origin.js';
import type { Place } from './problem.js';

/**
 * A paper with everything numbered and resolved. PDF, HTML and `figures.csv` are functions of this and nothing else, so
 * they cannot disagree. Anchors are unique within the document and made of letters, digits and hyphens.
 */
export interface Document {
  language: string;
  title: string;
  /** One sentence on what the paper is: the PDF's subject. */
  subject: string;
  author: string;
  keywords: string[];
  /** The committee and the meeting, above the title. */
  masthead: { authority: string; committee: string; meeting: string };
  header: { layout: 'list' | 'grid'; fields: { name: string; value: Inline[] }[] };
  /** Left and right of the running head; the marking ("NOT PROTECTIVELY MARKED", "Part 1") in its middle. */
  running: { left: string; right: string; marking: string | null };
  /** `draft` prints the draft mark on every page. */
  status: 'draft' | 'final';
  /** The foot's words on the edition: "Version 1.0, 2 April 2009", "Draft of 20 March 2009". */
  statusText: string;
  /** What a reader of the version before must know. Null where there is none, or nothing to tell. */
  changes: { title: string; text: string } | null;
  /** Print a contents list after the header block. */
  contents: boolean;
  contentsTitle: string;
  sections: Section[];
  appendices: Section[];
  madeAt: Date;
}

export interface Section {
  id: string;
  anchor: string;
  /** "A", "1", "Appendix 1"; null where the section is not numbered. */
  number: string | null;
  title: string;
  blocks: Block[];
  place: Place;
}

/** What stands before a section's title: "A. ", "Appendix 1: ", or nothing. */
export function sectionLabel({ number }: Section, appendix: boolean): string {
  if (number === null) return '';
  return appendix ? `${number}: ` : `${number}. `;
}

/** A section by number and title, as lists name it: "B Supporting information". */
export function sectionName({ number, title }: Pick<Section, 'number' | 'title'>): string {
  return number === null ? title : `${number} ${title}`;
}

/** Each block knows where the author wrote it: a table, chart or diagram where it is described, not where it is placed. */
export type Block = Heading | Paragraph | List | Table | Chart | Diagram | Note;

/** A heading below the section's own: level 1 stands directly under the section. */
export interface Heading {
  kind: 'heading';
  level: 1 | 2 | 3;
  anchor: string;
  content: Inline[];
  place: Place;
}

export interface Paragraph {
  kind: 'paragraph';
  /** "12" or "1.2"; null where paragraphs are not numbered. */
  number: string | null;
  anchor: string;
  content: Inline[];
  place: Place;
}

/** Belongs to the paragraph before it. Each item is inline text, with any nested list after it. */
export interface List {
  kind: 'list';
  style: 'bullet' | 'decimal' | 'lower-alpha' | 'lower-roman';
  start: number;
  items: { content: Inline[]; lists: List[] }[];
  place: Place;
}

export interface Table {
  kind: 'table';
  anchor: string;
  /** "Table 1"; null for a small table of words that nothing cites. */
  number: string | null;
  title: Inline[];
  columns: Column[];
  rows: Row[];
  notes: Inline[][];
  /** Where YAML defines it; of a table of words, where it was typed. */
  place: Place;
}

export interface Column {
  heading: Inline[];
  /** `decimal` lines figures up on their last digit. */
  align: 'left' | 'right' | 'decimal';
  /** A share of the text's width that it should have; null: as wide as its content. */
  width: number | null;
}

/** The first cell heads the row. `group` rows have one cell that spans the table and heads those below it. */
export interface Row {
  kind: 'data' | 'group' | 'total';
  cells: Inline[][];
}

export interface Chart {
  kind: 'chart';
  /** Its name in the template. */
  id: string;
  anchor: string;
  number: string;
  /** The finding. */
  title: Inline[];
  /** What is measured, base and period. */
  subtitle: Inline[];
  drawing: Drawing;
  /** What a person who cannot see it must be told. */
  alternative: string;
  /** The numbers drawn. */
  data: { label: Inline[]; cells: Inline[][] }[];
  dataColumns: string[];
  notes: Inline[][];
  place: Place;
}

export interface Diagram {
  kind: 'diagram';
  id: string;
  anchor: string;
  number: string;
  title: Inline[];
  /** What is drawn. */
  data: DiagramData;
  drawing: Drawing;
  alternative: string;
  notes: Inline[][];
  place: Place;
}

/** Text beside the numbered run: an assumption, a rounding note, a warning. */
export interface Note {
  kind: 'note';
  content: Inline[];
  place: Place;
}

/** Where it was typed is known of what an author wrote, and not of the program's own words. */
export type Inline =
  | Text
  | { kind: 'emphasis'; content: Inline[] }
  | { kind: 'strong'; content: Inline[] }
  | { kind: 'break' }
  /** A link out of the document. */
  | { kind: 'link'; url: string; content: Inline[] }
  /**
   * A link within it; of a range, to its first. `end` is the anchor of a range's last. A target of null was not found: the
   * fault is reported, the page shows it.
   */
  | { kind: 'reference'; target: string | null; end?: string; text: string; place?: Place }
  /** A printed number. Null: a value that is not a figure, such as a date or a name. */
  | { kind: 'value'; text: string; figure: Figure | null; cites?: CitedPaper; place?: Place }
  /** An acronym where it first stands: `expansion (text)`. */
  | { kind: 'term'; text: string; expansion: string; place?: Place };

export interface Text {
  kind: 'text';
  text: string;
  origins?: Origin[];
}

/** Another paper, where the text cites one. Its number is null until it is given. */
interface CitedPaper {
  title: string;
  number: string | null;
}

/** The text from one offset to another. */
export function sliceText({ text, origins }: Text, from: number, to = text.length): Text {
  return {
    kind: 'text',
    text: text.slice(from, to),
    ...(origins && { origins: sliceOrigins(origins, from, to) }),
  };
}

/** The anchor of a table's or a drawing's nth note, from 1: a mark in a cell leads to it. */
export function noteAnchor(block: { anchor: string }, number: number): string {
  return `${block.anchor}-note-${number}`;
}

/** The text as it reads, without markup. */
export function plainText(content: readonly Inline[]): string {
  return content.map(inlineText).join('');
}

function inlineText(inline: Inline): string {
  switch (inline.kind) {
    case 'emphasis':
    case 'strong':
    case 'link':
      return plainText(inline.content);
    case 'break':
      return ' ';
    case 'term':
      return `${inline.expansion} (${inline.text})`;
    default:
      return inline.text;
  }
}

/** Every inline in the run, markup's contents included, in reading order. */
export function* walkInlines(content: readonly Inline[]): Generator<Inline> {
  for (const inline of content) {
    yield inline;
    if ('content' in inline) yield* walkInlines(inline.content);
  }
}

/** Each run of text in a block, in reading order. */
export function* blockRuns(block: Block): Generator<Inline[]> {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'note':
      yield block.content;
      return;
    case 'list':
      for (const item of block.items) {
        yield item.content;
        for (const list of item.lists) yield* blockRuns(list);
      }
      return;
    case 'table':
      yield block.title;
      for (const column of block.columns) yield column.heading;
      for (const row of block.rows) yield* row.cells;
      yield* block.notes;
      return;
    case 'chart':
      yield block.title;
      yield block.subtitle;
      for (const row of block.data) yield* row.cells;
      yield* block.notes;
      return;
    case 'diagram':
      yield block.title;
      yield* block.notes;
  }
}
