import type { Place } from '../model/problem.js';
import { isTyped, placeIn } from './passages.js';
import type { Sentence } from './sentences.js';

interface Typed {
  match: RegExpExecArray;
  place: Place | undefined;
}

/** What an author typed that fits a global pattern, in one sentence, with the place where each begins. */
export function typedIn({ passage, from, text }: Sentence, pattern: RegExp): Typed[] {
  return [...text.matchAll(pattern)]
    .filter(({ index }) => isTyped(passage, from + index))
    .map((match) => ({ match, place: placeIn(passage, from + match.index) }));
}
