import type { PdfLayout } from './pdf-layout.js';
import type { PdfVersion } from './pdf-standards.js';
import type { Typeface } from './typeface.js';

/** The look of every edition of a paper. Lengths are in points, colours are `#rrggbb`. */
export interface Theme {
  typeface: Typeface;
  page: {
    size: keyof typeof PAGE_SIZES;
    margins: { left: number; top: number; right: number; bottom: number };
  };
  /** `lineHeight` is a multiple of the size. `hang` is the width of the margin in which paragraph numbers hang. */
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
  layout: PdfLayout;
  /** The version decides the standards that the PDF follows. */
  pdf: { version: PdfVersion };
  /** The HTML edition's style sheet. It receives the rest of the theme as custom properties. */
  pageStyle: string;
}

/** The part of a theme that a page with changes uses. */
export interface RedlineTheme {
  colours: Pick<Theme['colours'], 'ink' | 'soft' | 'accent' | 'hairline' | 'tint'>;
  text: Pick<Theme['text'], 'size'>;
}

/** The meaning of a result. Its colour never carries this meaning alone: words or marks say it too. */
export type Signal = 'improvement' | 'concern' | 'neither';

/** Returns the colour of a result, for text and drawings. */
export function getSignalColour(signal: Signal, { colours }: Theme): string {
  switch (signal) {
    case 'improvement':
      return colours.accent;
    case 'concern':
      return colours.series[1] ?? colours.ink;
    case 'neither':
      return colours.ink;
    default:
      return signal satisfies never;
  }
}

/** The sizes of paper, in points. */
export const PAGE_SIZES = {
  A4: { width: 595.28, height: 841.89 },
  Letter: { width: 612, height: 792 },
} as const;

/** Returns the width of tables, drawings and the front matter, in points. Running text starts at `text.hang`. */
export function computeTextWidth(theme: Theme): number {
  return PAGE_SIZES[theme.page.size].width - theme.page.margins.left - theme.page.margins.right;
}

/** Returns the height of the text on a page, in points. */
export function computeTextHeight({ page: { size, margins } }: Theme): number {
  return PAGE_SIZES[size].height - margins.top - margins.bottom;
}
