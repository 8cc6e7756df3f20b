/** One look for every edition of a paper. Lengths in points, colours as `#rrggbb`. */
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
    /** For lines, bars and dots, in order of use. */
    series: string[];
  };
  /** The HTML edition's style sheet, which takes the rest of the theme as custom properties. */
  pageStyle: string;
}

/** The width in points that text, tables and drawings share. */
export function computeTextWidth(theme: Theme): number {
  const A4_WIDTH = 595.28;
  return A4_WIDTH - theme.page.margins.left - theme.page.margins.right;
}
