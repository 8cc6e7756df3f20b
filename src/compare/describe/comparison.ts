import type { Picture } from '../../model/blocks/picture.js';
import type { Drawing } from '../../model/drawing.js';
import type { Span } from './span.js';

/**
 * The differences between two versions of a paper, as plain data. It has the whole new version in reading order. A
 * removed part is at its old place. A part with an empty `how` has not changed.
 */
export interface Comparison {
  /** The new version's title page. */
  paper: {
    title: string;
    language: string;
    authority: string;
    committee: string;
    meeting: string;
    marking: string | null;
  };
  /** The limits of this comparison, a sentence each. */
  caveats: string[];
  metadata: MetadataChange[];
  header: FieldComparison[];
  sections: SectionComparison[];
}

/**
 * A kind of change. `figures`: only figures changed, and words that follow from them. `renumbered`: only its own number
 * changed. `sentence-…`: a whole sentence of a text that both versions have. `restyled`: the words are the same, but their
 * emphasis or the address of a link changed. `replaced`: a picture has another file.
 */
export type ChangeKind =
  | 'added'
  | 'removed'
  | 'moved'
  | 'retitled'
  | 'replaced'
  | 'reworded'
  | 'figures'
  | 'sentence-added'
  | 'sentence-removed'
  | 'sentence-moved'
  | 'rows'
  | 'columns'
  | 'boxes'
  | 'arrows'
  | 'restyled'
  | 'renumbered';

/** A change in a property of the whole paper, such as its title or status. */
export interface MetadataChange {
  name: string;
  before: string;
  after: string;
}

export interface FieldComparison {
  name: string;
  how: ChangeKind[];
  text: Span[];
}

export interface SectionComparison {
  how: ChangeKind[];
  before: Location | null;
  after: Location | null;
  title: Span[];
  /** The parts in reading order. */
  parts: Part[];
}

/** The location of a part in one version. */
export interface Location {
  anchor: string;
  /** "12", "Table 1", "B". Null if it has no number. */
  number: string | null;
}

/** A block, with its counterpart in the other version. */
export type Part = ComparedPart | MovedAway;

export type ComparedPart = TextPart | GridPart | DiagramPart | PicturePart;

interface Common {
  how: ChangeKind[];
  before: Location | null;
  after: Location | null;
}

export interface TextPart extends Common {
  /** A `passage` is a sentence of a PDF, of which nothing but the words is known. */
  kind: 'heading' | 'paragraph' | 'note' | 'quote' | 'footnote' | 'key-figures' | 'list' | 'passage';
  /** The level of a heading; 0 for other parts. */
  level: number;
  text: Span[];
  /** The items of the part's lists. Nested items follow the item that contains them. */
  items: ItemComparison[];
}

/** A text inside a part, such as a table's note or a diagram's box. */
export interface TextComparison {
  how: ChangeKind[];
  text: Span[];
}

export interface ItemComparison extends TextComparison {
  /** 0 for an item of the outer list. */
  depth: number;
  /** "1." or "•", as in the new version. */
  marker: string;
}

/** A table, or the data of a chart with its series as rows. */
export interface GridPart extends Common {
  kind: 'table' | 'chart';
  title: Span[];
  /** Empty for a table. */
  subtitle: Span[];
  /** The chart's text alternative. Empty for a table. */
  alternative: Span[];
  columns: ColumnComparison[];
  rows: RowComparison[];
  notes: TextComparison[];
  /** The chart in each version. */
  drawings: DrawingPair;
}

export interface ColumnComparison {
  how: ChangeKind[];
  heading: Span[];
  isNumeric: boolean;
  headsRows: boolean;
}

export interface RowComparison {
  how: ChangeKind[];
  kind: 'data' | 'group' | 'gap' | 'total';
  /** The row's heading. */
  name: string;
  /** One cell for each column of the grid. A group or gap has one cell. */
  cells: Span[][];
}

export interface DiagramPart extends Common {
  kind: 'diagram';
  title: Span[];
  alternative: Span[];
  boxes: TextComparison[];
  arrows: TextComparison[];
  notes: TextComparison[];
  drawings: DrawingPair;
}

export interface PicturePart extends Common {
  kind: 'picture';
  title: Span[];
  alternative: Span[];
  /** The picture in each version. Null if the version does not have it. */
  pictures: { before: Picture | null; after: Picture | null };
}

/** A drawing in each version. Null if the version does not have it. */
interface DrawingPair {
  before: Drawing | null;
  after: Drawing | null;
}

/** The old place of a part that has moved. */
export interface MovedAway {
  kind: 'moved-away';
  what: ComparedPart['kind'];
  before: Location;
  after: Location;
}
