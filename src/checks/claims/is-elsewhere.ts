import { AUXILIARIES, CLAUSE_STARTS, OTHERS, PUNCTUATION, SPEECH } from './lexicon.js';
import { isKnownStem, listStems, type MeasureNames } from './measure-names.js';
import { findClauseStart, findPhraseEnd } from './phrases.js';
import type { Token } from './tokens.js';

const PLACE_PREPOSITIONS =
  /^(?:in|at|across|within|for|among|amongst|throughout|around|inside|outside|on|near|along)$/;

const MOST_WORDS_AFTER = 10;

/** Returns true if a sentence is about another place or group, or repeats what others say. */
export function isAboutOthers(tokens: Token[], text: string, places: ReadonlySet<string>): boolean {
  const lower = text.toLowerCase();
  return (
    tokens.some((token) => OTHERS.has(token.lower) || SPEECH.has(token.lower)) ||
    [...places].some((place) => lower.includes(place))
  );
}

/** Words before "that" with which the paper itself states what follows: "the table shows that …". */
const STATES =
  /^(?:shows?|showed|shown|means?|confirms?|confirmed|demonstrates?|indicates?|finds?|found|clear|evident|pleasing|pleased|fact|see|seen|notes?|so|is)$/;

/** Returns true if a claim stands in a clause that others think or say: "the perception that waiting times have risen". */
export function isInOthersClause(tokens: Token[], first: number): boolean {
  const start = findClauseStart(tokens, first);
  return tokens[start - 1]?.lower === 'that' && !STATES.test(tokens[start - 2]?.lower ?? '');
}

/** Returns true if a claim has a place or a group that the measure's name does not have: "in Hackney", "for visitors at weekends". */
export function isElsewhere(tokens: Token[], last: number, names: MeasureNames): boolean {
  const isFronted = PLACE_PREPOSITIONS.test(tokens[0]?.lower ?? '') && hasUnknownWords(tokens, 1, names);
  if (isFronted) return true;
  for (let index = last + 1; index <= last + MOST_WORDS_AFTER; index++) {
    const token = tokens[index];
    if (!token || isEndOfClaim(token)) return false;
    if (PLACE_PREPOSITIONS.test(token.lower) && hasUnknownWords(tokens, index + 1, names)) return true;
  }
  return false;
}

function isEndOfClaim({ text, lower }: Token): boolean {
  return PUNCTUATION.has(text) || CLAUSE_STARTS.has(lower) || AUXILIARIES.has(lower);
}

function hasUnknownWords(tokens: Token[], start: number, names: MeasureNames): boolean {
  const words = tokens.slice(start, findPhraseEnd(tokens, start) + 1).flatMap((token) => token.words);
  return listStems(words, names.acronyms).some((stem) => !isKnownStem(stem, names));
}
