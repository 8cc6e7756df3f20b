/**
 * Sizes and spaces of the PDF. Lengths in points. `above` and `below` are the space over and under a block; a
 * negative length moves the block closer. `leading` is the distance between lines, as a multiple of the
 * typeface's own.
 */
export interface PdfLayout {
  /** The head and foot of every page. */
  running: {
    size: number;
    /** The space between the left, middle and right columns. */
    gap: number;
    /** The width of the middle column, which contains the protective marking. */
    middle: number;
    /** The distance from the page's top edge to the head. */
    head: number;
    /** The distance from the top of the bottom margin to the foot. */
    foot: number;
  };
  /** The word DRAFT behind the text. Opacity from 0 to 1, angle in degrees. */
  watermark: { size: number; opacity: number; angle: number };
  /** The authority, the committee and the meeting, with a rule of this thickness under them. */
  masthead: { size: number; below: number; rule: number };
  title: { above: number; below: number };
  /** The header block: names and values of fields. */
  fields: { name: number; value: number; below: number; rule: number };
  /** The note on what changed since the last version. */
  changes: { size: number; above: number };
  contents: {
    above: number;
    /** The space above each line. */
    gap: number;
    /** The space between the two columns. */
    gutter: number;
  };
  sections: { above: number; below: number };
  /** Appendices start a new page each if they are separate. */
  appendices: { separate: boolean };
  /** Headings within a section. `second` and `third` are the sizes of lower levels as shares of the first. */
  headings: {
    /** `following` is for a heading that directly follows another one. */
    above: { first: number; second: number; third: number; following: number };
    below: number;
    leading: number;
    second: number;
    third: number;
  };
  paragraphs: { below: number };
  lists: {
    /** The distance from the text of paragraphs to the bullets or numbers. */
    indent: number;
    above: number;
    below: number;
    /** The space between two items. */
    gap: number;
  };
  /** Unnumbered text between paragraphs, and the notes under tables and drawings. */
  notes: { below: number; leading: number };
  /** Quotations, indented on both sides. */
  quotes: { indent: number; below: number };
  /** A row of large numbers between two rules. `size` is that of the numbers, `gap` the space between them. */
  highlights: { above: number; below: number; size: number; rule: number; padding: number; gap: number };
  /** The notes at the foot of a page, under a short line: the space over and under the line, and under each note. */
  footnotes: { above: number; below: number; rule: number; gap: number };
  captions: { below: number; leading: number };
  tables: {
    above: number;
    below: number;
    /** The difference between running text and the table's text. */
    smaller: number;
    leading: number;
    /** The space within a cell. A table of many columns has `narrow` instead of `side`. */
    padding: { side: number; narrow: number; top: number; bottom: number };
    /** The thickness of the lines under the head and the last row. */
    rule: number;
    /** The thickness of the lines between rows. */
    hairline: number;
    /** The space above the first note, and the space between notes. */
    notes: { above: number; gap: number };
  };
  /** Charts and diagrams. The subtitle says what a chart measures. */
  figures: {
    above: number;
    below: number;
    subtitle: { above: number; below: number };
    drawing: { above: number; below: number };
  };
}
