import type { Theme } from './theme.js';
import type { FontFiles } from './typeface.js';

/** The theme of a paper, with the files of its typeface. */
export interface Look {
  theme: Theme;
  /** Null for the program's own typeface. */
  fonts: FontFiles | null;
}
