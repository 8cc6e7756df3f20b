/** A cell of a data set that the paper uses: in print, in a template, or in the computation of a figure. */
export interface UsedCell {
  set: string;
  /** The name of the period whose data set it is. */
  period: string;
  /** Null for the cells of a column in every row. */
  row: string | null;
  column: string;
}
