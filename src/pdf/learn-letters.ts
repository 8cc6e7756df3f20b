import { FONT_FILES } from '../fonts.js';
import { openFont } from '../open-font.js';
import { learnPairs } from './fast-word-layout.js';

const LETTERS = Array.from('etaoinsrhldcum ');

/** Learns how the letters of the two faces that papers are mostly set in stand beside each other, before there is a paper. */
export function learnLetters(): void {
  const pairs = LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).join('');
  for (const file of [FONT_FILES.normal, FONT_FILES.bold]) learnPairs(openFont(file), pairs);
}
