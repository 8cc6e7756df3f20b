import type { Box } from './compose-pages.js';

/** A box with its edges on the galley, in points from the top. */
export interface GalleyBox extends Box {
  top: number;
  bottom: number;
  /** The name of a footnote. Links to it have the same. */
  footnote?: string;
  /** The box is left out of a paper with fewer pages. */
  fromPages?: number;
}
