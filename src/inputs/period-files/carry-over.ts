/** The treatment of a field when roll-forward makes the next period's file. */
export type CarryOver =
  /** Copied: names, labels, units. */
  | { kind: 'keep' }
  /** Emptied: sources, notes and other details of the figures. */
  | { kind: 'empty' }
  /** Emptied, and counted among what the author has to fill in: a figure, or a whole list. */
  | { kind: 'fill-in' }
  /** Words on a time, such as "December 2008": moved to the new period, or emptied where that is impossible. */
  | { kind: 'move-on' }
  /** Left out with its key. */
  | { kind: 'drop' }
  /** A map with known keys. */
  | { kind: 'fields'; fields: Readonly<Record<string, CarryOver>> }
  /** A map with keys of the author's choice. */
  | { kind: 'entries'; entry: CarryOver }
  /** A value in one of several shapes, such as a number alone or a map of details. */
  | { kind: 'either'; options: readonly CarryOver[] };

/** An entry of one file whose treatment differs from what its field declares. */
export interface CarryOverException {
  /** Keys from the top of the file. */
  path: readonly string[];
  carryOver: CarryOver;
  /** The source to write into the entry, because the one at the top of the file is emptied. */
  source?: string;
}
