import { ADVERBS, type Direction, LARGE } from './lexicon.js';
import { findClauseStart, listObjects, listSubjects, type Phrase } from './phrases.js';
import type { Token } from './tokens.js';
import { has, isUnreal, readGroup, type VerbGroup, wordAt } from './verb-group.js';

/** Words that say in which direction something went, and the phrases that may name it. */
export interface Claim {
  direction: Direction;
  isLarge: boolean;
  isNegated: boolean;
  /** The phrases that may name the measure, the best first. None if the claim points back: "the improvement is …". */
  phrases: Phrase[];
  /** The first and last token of the claim without its phrase. */
  from: number;
  to: number;
  /** The token with the direction. The author must have typed it. */
  at: number;
}

export function isLargeNear(tokens: Token[], from: number, to: number): boolean {
  return tokens.slice(Math.max(0, from), to + 1).some(({ lower }) => LARGE.has(lower));
}

interface Core {
  at: number;
  from: number;
  to: number;
  direction: Direction;
  isNegated?: boolean;
  isLarge?: boolean;
}

/** Makes a claim about the subject of its clause. */
export function makeSubjectClaim(
  tokens: Token[],
  { at, from, to, direction, isNegated = false, isLarge }: Core,
): Claim {
  return {
    ...{ direction, isNegated, at },
    isLarge: isLarge ?? isLargeNear(tokens, from, to + 2),
    phrases: listSubjects(tokens, from),
    from,
    to: ADVERBS.has(wordAt(tokens, to + 1)) ? to + 1 : to,
  };
}

/**
 * Makes a claim of two words behind the verb at `lead`: "is at a record high". Null if its clause denies it, or tells of a
 * plan or an earlier time.
 */
export function makeStateClaim(
  tokens: Token[],
  { at, lead, direction }: { at: number; lead: number; direction: Direction },
): Claim | null {
  const group = readGroup(tokens, lead);
  if (isUnreal(tokens, group.from) || group.isNegated || has(group, 'had')) return null;
  return makeSubjectClaim(tokens, {
    at,
    from: Math.min(lead, group.from),
    to: at + 1,
    direction,
    isLarge: false,
  });
}

/** Makes a claim about the object of a verb: "raised confidence in the council". */
export function readObjectClaim(
  tokens: Token[],
  at: number,
  group: VerbGroup,
  direction: Direction,
  from: number,
): Claim | null {
  const start = Math.min(from, group.from);
  if (group.isNegated || isUnreal(tokens, start) || has(group, 'had', 'be')) return null;
  if (start === 0 && group.auxiliaries.length === 0) return null; // "reduced complaints" in a list has no subject
  if (isRestrictive(tokens, findClauseStart(tokens, start) - 1)) return null;
  const phrases = listObjects(tokens, at + 1);
  if (phrases.length === 0) return null;
  return {
    ...{ direction, isNegated: false, at, from: start, to: at },
    isLarge: isLargeNear(tokens, start, at),
    phrases,
  };
}

/** Returns true if a token starts a clause that only describes: "the projects that raised confidence". */
function isRestrictive(tokens: Token[], at: number): boolean {
  return /^(?:that|which|who)$/.test(wordAt(tokens, at)) && wordAt(tokens, at - 1) !== ',';
}
