import type { Unit } from '../../model/unit.js';
import type { SentenceChange } from '../align/sentence-change.js';
import type { Marks } from '../align/token.js';

/** A stretch of text in both versions. The `after` texts of all spans together are the new text. */
export type Span =
  | { kind: 'same' | 'followed' | 'restyled'; before: Piece[]; after: Piece[] }
  /** Removed, added or replaced words. `sentence` is null if they are no whole sentence. */
  | { kind: 'changed'; before: Piece[]; after: Piece[]; cause: Cause; sentence: SentenceChange | null }
  | { kind: 'figure'; before: Piece[]; after: Piece[]; figure: FigureChange };

/** Text with one set of marks. White space before a word belongs to the word's piece. */
export interface Piece {
  text: string;
  marks: Marks;
}

/**
 * The reason for a change. `data`: a value in YAML changed. `rule`: the formula, rounding or base changed.
 * `wording`: the author's words changed, or the way in which they print a figure.
 */
export type Cause = 'data' | 'rule' | 'wording';

/** A figure that the two versions print differently at the same place. */
export interface FigureChange {
  id: string;
  label: string;
  unit: Unit;
  /** The period of the figure in the new version. Null if it has none. */
  period: string | null;
  before: PrintedNumber;
  after: PrintedNumber;
  causes: Cause[];
  /** Why it changed: "Follows from New bins, 2024/25 Q2 (1 → 2)". */
  reason: string;
}

interface PrintedNumber {
  text: string;
  /** The number in the model's unit: percentages as fractions. Null if it is not available. */
  value: number | null;
  period: string | null;
  base: number | null;
  formula: string | null;
}
