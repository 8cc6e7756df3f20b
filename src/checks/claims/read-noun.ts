import { type Claim, isLargeNear, makeSubjectClaim } from './claim.js';
import { ADJECTIVES, type Direction, NEGATIONS, NOUNS, RESULT_VERBS, UNASSERTED, UNREAL } from './lexicon.js';
import { findClauseStart, listObjects } from './phrases.js';
import { isResult } from './read-result.js';
import type { Token } from './tokens.js';
import { has, isUnreal, readGroup, wordAt } from './verb-group.js';

/** Reads "the improvement in confidence", "saw a rise in visits", "there has been a fall", "was a great success". */
export function readNoun(tokens: Token[], at: number): Claim | null {
  const direction = NOUNS.get(wordAt(tokens, at));
  if (!direction) return wordAt(tokens, at) === 'change' ? readNoChange(tokens, at) : null;
  const start = findArticle(tokens, at);
  const isDefinite = /^(?:the|this|that|these|its|their|our)$/.test(wordAt(tokens, start));
  if (!isDefinite && !/^(?:a|an|another)$/.test(wordAt(tokens, start))) return null;
  if (isUnasserted(tokens, start)) return null;
  const noun = { at, start, direction, isDefinite };
  return readMoveIn(tokens, noun) ?? readMoveAlone(tokens, noun) ?? readComplement(tokens, noun);
}

interface Noun {
  at: number;
  /** The token of the article. */
  start: number;
  direction: Direction;
  isDefinite: boolean;
}

/** Finds the token in front of a noun and its adjectives. */
function findArticle(tokens: Token[], at: number): number {
  let start = at - 1;
  while (ADJECTIVES.has(wordAt(tokens, start)) || /^[\p{N}%]/u.test(wordAt(tokens, start))) start--;
  return start;
}

/** Returns true if the words before a noun make it an aim, a fear or a possibility: "the risk of a fall". */
function isUnasserted(tokens: Token[], start: number): boolean {
  const clause = tokens.slice(findClauseStart(tokens, start), start);
  const near = tokens.slice(Math.max(0, start - 5), start);
  const isAim = clause.some(({ lower, text }) => UNASSERTED.has(lower) || text === 'may');
  const isDenied = near.some(({ lower }) => UNREAL.has(lower) || NEGATIONS.has(lower));
  return isDenied || (isAim && !isResult(tokens, start));
}

/** Reads "the rise in confidence", "saw a fall of complaints". */
function readMoveIn(tokens: Token[], { at, start, direction, isDefinite }: Noun): Claim | null {
  const next = wordAt(tokens, at + 1);
  const isAmount = /^[\p{N}£−-]/u.test(wordAt(tokens, at + 2));
  if (next !== 'in' && (next !== 'of' || isDefinite || isAmount)) return null;
  const phrases = listObjects(tokens, at + 2);
  if (phrases.length === 0) return null;
  const isStated =
    isDefinite ||
    isExistential(tokens, start) ||
    isResult(tokens, start) ||
    /^(?:with|despite|following)$/.test(wordAt(tokens, start - 1)) ||
    isStatedLater(tokens, start, phrases.at(-1)?.to ?? at);
  if (!isStated) return null;
  return {
    direction,
    isLarge: isLargeNear(tokens, start, at),
    isNegated: false,
    phrases,
    from: start,
    to: at + 1,
    at,
  };
}

/** Reads "the improvement is notable" and "there has been a fall": what moved stands before. */
function readMoveAlone(tokens: Token[], { at, start, direction, isDefinite }: Noun): Claim | null {
  const claim = { direction, isNegated: false, phrases: [], at };
  const isSubject =
    isDefinite &&
    wordAt(tokens, start - 1) === '' &&
    /^(?:is|was|has|are|were|have|continues|reflects|comes|follows)$/.test(wordAt(tokens, at + 1));
  if (isSubject) return { ...claim, isLarge: isLargeNear(tokens, start, at + 3), from: start, to: at + 1 };
  if (!isExistential(tokens, start)) return null;
  return { ...claim, isLarge: isLargeNear(tokens, start, at), from: Math.max(0, start - 3), to: at };
}

/** Reads "visits saw a rise" and "the scheme was a great success". */
function readComplement(tokens: Token[], { at, start, direction }: Noun): Claim | null {
  const lead = wordAt(tokens, start - 1);
  const isResulting = RESULT_VERBS.has(lead);
  if (!isResulting && (direction !== 'better' || !/^(?:is|was|been)$/.test(lead))) return null;
  const group = readGroup(tokens, isResulting ? start - 1 : start);
  if (has(group, 'had', 'be') || isUnreal(tokens, group.from)) return null;
  const isLarge = isLargeNear(tokens, start, at);
  return makeSubjectClaim(tokens, { at, from: Math.min(group.from, start - 1), to: at, direction, isLarge });
}

/** Returns true if a sentence that starts with a move says that it happened: "a rise in visits was recorded". */
function isStatedLater(tokens: Token[], start: number, end: number): boolean {
  const next = tokens
    .slice(end + 1, end + 4)
    .map(({ lower }) => lower)
    .join(' ');
  return (
    start === 0 &&
    /^(?:shows|showed|means|meant|reflects|followed|(?:was|has been) (?:recorded|seen|reported|achieved|noted))\b/.test(
      next,
    )
  );
}

/** Returns true if "there is", "there was" or "there has been" stands before a token. */
function isExistential(tokens: Token[], start: number): boolean {
  const lead = [start - 3, start - 2, start - 1].map((index) => wordAt(tokens, index)).join(' ');
  return /\bthere (?:is|was|are|were|has been|have been)$/.test(lead);
}

/** Reads "there has been no real change in confidence", "saw little change in visits". */
function readNoChange(tokens: Token[], at: number): Claim | null {
  let start = at - 1;
  while (ADJECTIVES.has(wordAt(tokens, start))) start--;
  const isStated = isExistential(tokens, start) || isResult(tokens, start);
  if (!/^(?:no|little)$/.test(wordAt(tokens, start)) || !isStated || wordAt(tokens, at + 1) !== 'in')
    return null;
  const phrases = listObjects(tokens, at + 2);
  const from = Math.max(0, start - 1);
  return { direction: 'stable', isLarge: false, isNegated: false, phrases, from, to: at + 1, at };
}
