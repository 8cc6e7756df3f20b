import { FONT_FILES } from '../fonts.js';
import { openFont } from '../open-font.js';
import { cacheKerning } from './kerning-cache.js';

const FREQUENT_CHARACTERS = Array.from('etaoinsrhldcum ');

/** Caches the kerning of the most frequent pairs in the two most used faces, before a paper arrives. */
export function warmKerningCache(): void {
  const pairs = FREQUENT_CHARACTERS.flatMap((left) => FREQUENT_CHARACTERS.map((right) => left + right));
  for (const file of [FONT_FILES.normal, FONT_FILES.bold]) cacheKerning(openFont(file), pairs.join(''));
}
