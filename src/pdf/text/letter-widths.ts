import { HYPHENATION_POINT } from './hyphenation-point.js';

/** The widths of the characters from the space to "~" in Source Sans 3 Regular, in thousandths of the type size. A test compares them. */
const WIDTHS = [
  200, 289, 426, 497, 497, 824, 609, 249, 303, 303, 418, 497, 249, 311, 249, 350, 497, 497, 497, 497, 497,
  497, 497, 497, 497, 497, 249, 249, 497, 497, 497, 425, 847, 544, 588, 571, 615, 527, 494, 617, 652, 263,
  480, 579, 486, 727, 647, 664, 566, 664, 569, 534, 536, 645, 515, 786, 513, 476, 539, 303, 350, 303, 497,
  500, 542, 504, 553, 456, 555, 496, 292, 504, 544, 246, 247, 495, 255, 829, 547, 542, 555, 555, 347, 419,
  338, 544, 467, 719, 446, 467, 425, 303, 241, 303, 497,
];
const FIRST = 32;

/** The width of any other character: that of a wide letter. */
const OTHER = 600;

/**
 * Returns the width of a text in the program's typeface without kerning, as a multiple of the type size. It plans the columns of
 * tables, which happens before a font is loaded.
 */
export function measureLetters(text: string): number {
  let width = 0;
  for (let index = 0; index < text.length; index++)
    if (text[index] !== HYPHENATION_POINT) width += WIDTHS[text.charCodeAt(index) - FIRST] ?? OTHER;
  return width / 1000;
}
