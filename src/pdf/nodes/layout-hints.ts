/** The keys of a node that `GalleyBuilder` reads. pdfmake ignores them. */
export interface LayoutHints {
  /** True for running text, which may break between its lines. Other text stays together. */
  flow?: boolean;
  /** The distance in points that the first run hangs to the left of the text. */
  hang?: number;
  /** No page ends between the node and the next one. The first cell of a row says it of its row. */
  keepWithNext?: boolean;
  keepWithPrevious?: boolean;
  /** A page break above the node is good, or certain. */
  breakAbove?: 'welcome' | 'always';
  /** A figure that may go to the top of the next page, or a table that may do so if it fits there. */
  floats?: 'always' | 'if-it-fits';
  /** No figure from above may appear below the node. */
  stopsFloats?: boolean;
  /** A figure from above may appear below one start of a section at most. */
  startsSection?: boolean;
  /** The node is left out of a paper with fewer pages. */
  fromPages?: number;
  /** True for the caption that a long table has on its further pages. */
  isOnlyRepeated?: boolean;
  /** True for a footnote. It goes to the foot of the page that has the first link to its `id`. */
  isFootnote?: boolean;
  /** True for the line above the footnotes of each page. */
  isFootnoteRule?: boolean;
  /** The number of a table's rows that are its head. Each page that the table reaches has them. */
  headRows?: number;
}
