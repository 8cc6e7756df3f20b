/** The look of every edition of a paper. Lengths are in points, colours are `#rrggbb`. */
export interface Theme {
  page: { size: 'A4'; margins: { left: number; top: number; right: number; bottom: number } };
  text: { size: number; lineHeight: number; small: number; hang: number };
  headings: { title: number; section: number; sub: number };
  colours: {
    ink: string;
    soft: string;
    accent: string;
    rule: string;
    hairline: string;
    tint: string;
    draft: string;
    /** The colours of lines, bars and dots, in order of use. */
    series: string[];
  };
  /** The HTML edition's style sheet. It receives the rest of the theme as custom properties. */
  pageStyle: string;
}

const A4_WIDTH = 595.28;

/** Returns the width of text, tables and drawings, in points. */
export function computeTextWidth(theme: Theme): number {
  return A4_WIDTH - theme.page.margins.left - theme.page.margins.right;
}
