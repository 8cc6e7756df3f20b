import type { Drawing } from '../../model/drawing.js';
import type { Unit } from '../../model/figure.js';
import type { Marks } from '../align/token.js';

/**
 * What differs between two versions of a paper: the whole of the new one in its reading order, with what was removed where it
 * stood. Plain data. Whatever has an empty `how` is as it was.
 */
export interface Comparison {
  /** What the new version says of itself. */
  paper: {
    title: string;
    language: string;
    authority: string;
    committee: string;
    meeting: string;
    marking: string | null;
  };
  metadata: MetadataChange[];
  header: FieldComparison[];
  sections: SectionComparison[];
}

/**
 * In what way something changed. `figures`: only figures, and words that follow from them. `renumbered`: its own number.
 * `restyled`: the words are the same, their emphasis or a link's address is not.
 */
export type How =
  | 'added'
  | 'removed'
  | 'moved'
  | 'retitled'
  | 'reworded'
  | 'figures'
  | 'rows'
  | 'columns'
  | 'boxes'
  | 'arrows'
  | 'restyled'
  | 'renumbered';

/**
 * Why something reads otherwise. `data`: the YAML value changed. `rule`: the same data under another formula, rounding or base.
 * `wording`: the author's words, or the same figure printed otherwise.
 */
export type Cause = 'data' | 'rule' | 'wording';

/** A property of the paper as a whole: its title, its status. */
export interface MetadataChange {
  name: string;
  before: string;
  after: string;
}

export interface FieldComparison {
  name: string;
  how: How[];
  text: Span[];
}

export interface SectionComparison {
  how: How[];
  before: Locus | null;
  after: Locus | null;
  title: Span[];
  /** In reading order. */
  parts: Part[];
}

/** Where something stands in one of the versions. */
export interface Locus {
  anchor: string;
  /** "12", "Table 1", "B"; null where it has no number. */
  number: string | null;
}

/** A block, with its counterpart. */
export type Part = TextPart | GridPart | DiagramPart | MovedAway;

interface Common {
  how: How[];
  before: Locus | null;
  after: Locus | null;
}

export interface TextPart extends Common {
  kind: 'heading' | 'paragraph' | 'note' | 'list';
  /** Of a heading; 0 for the rest. */
  level: number;
  text: Span[];
  /** The items of the lists that belong to it, nested ones after the item that holds them. */
  items: ItemComparison[];
}

export interface ItemComparison {
  how: How[];
  /** 0 for an item of the outer list. */
  depth: number;
  /** "1." or "•", as the new version has it. */
  marker: string;
  text: Span[];
}

/** A table, or the data of a chart with its series as rows. */
export interface GridPart extends Common {
  kind: 'table' | 'chart';
  title: Span[];
  /** Of a chart: its subtitle and its description for those who cannot see it. */
  subtitle: Span[];
  alternative: Span[];
  columns: { how: How[]; heading: Span[]; numeric: boolean }[];
  rows: RowComparison[];
  notes: { how: How[]; text: Span[] }[];
  /** Of a chart, as each version has it. */
  drawings: Drawings;
}

export interface RowComparison {
  how: How[];
  kind: 'data' | 'group' | 'total';
  /** What heads it. */
  name: string;
  /** One for each of the grid's columns; a group has one. */
  cells: Span[][];
}

export interface DiagramPart extends Common {
  kind: 'diagram';
  title: Span[];
  alternative: Span[];
  boxes: { how: How[]; text: Span[] }[];
  arrows: { how: How[]; text: Span[] }[];
  notes: { how: How[]; text: Span[] }[];
  drawings: Drawings;
}

interface Drawings {
  before: Drawing | null;
  after: Drawing | null;
}

/** Stands where something stood that has moved. */
export interface MovedAway {
  kind: 'moved-away';
  what: Exclude<Part['kind'], 'moved-away'>;
  before: Locus;
  after: Locus;
}

/** A stretch of text. `before` and `after` hold what each version has there; together the `after`s are the new text. */
export type Span =
  | { kind: 'same' | 'followed' | 'restyled'; before: Piece[]; after: Piece[] }
  /** Removed, added or replaced words. */
  | { kind: 'changed'; before: Piece[]; after: Piece[]; cause: Cause }
  | { kind: 'figure'; before: Piece[]; after: Piece[]; figure: FigureChange };

/** Text under the same marks. White space before a word belongs to its piece. */
export interface Piece {
  text: string;
  marks: Marks;
}

/** A figure that both versions print at the same place, and not alike. */
export interface FigureChange {
  id: string;
  label: string;
  unit: Unit;
  /** What time it is about, in the new version. */
  period: string | null;
  before: PrintedNumber;
  after: PrintedNumber;
  causes: Cause[];
}

interface PrintedNumber {
  text: string;
  /** In the unit of the model: percentages as fractions. Null where it is not available. */
  value: number | null;
  base: number | null;
  formula: string | null;
}

/** Whether the two versions read alike in everything that is compared. */
export function isIdentical({ metadata, header, sections }: Comparison): boolean {
  return (
    metadata.length === 0 &&
    header.every(isSame) &&
    sections.every(
      (section) => isSame(section) && section.parts.every((part) => 'how' in part && isSame(part)),
    )
  );
}

function isSame({ how }: { how: How[] }): boolean {
  return how.length === 0;
}
