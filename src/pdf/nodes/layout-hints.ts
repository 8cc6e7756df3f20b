/** The keys of a node that `PaperLayoutBuilder` reads. pdfmake ignores them. */
export interface LayoutHints {
  /** True for running text, of which neither page may get a single line. */
  flow?: boolean;
  /** The distance in points that the first run hangs to the left of the text. */
  hang?: number;
  keepWithNext?: boolean;
  /** The height in points that a block needs to start on a page. */
  roomNeeded?: number;
}
