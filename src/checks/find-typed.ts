import type { Place } from '../model/problem.js';
import { isTyped, findTypedPlace } from './list-passages.js';
import type { Sentence } from './split-sentences.js';

interface TypedMatch {
  match: RegExpExecArray;
  place: Place | undefined;
}

/** Finds matches of a global pattern that an author typed in a sentence, with the place of each. */
export function findTyped({ passage, from, text }: Sentence, pattern: RegExp): TypedMatch[] {
  return [...text.matchAll(pattern)]
    .filter(({ index }) => isTyped(passage, from + index))
    .map((match) => ({ match, place: findTypedPlace(passage, from + match.index) }));
}
