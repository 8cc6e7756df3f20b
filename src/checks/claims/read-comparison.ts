import { type Claim, isLargeNear, makeStateClaim, makeSubjectClaim } from './claim.js';
import { COMPARED, type Direction, SUPERLATIVES } from './lexicon.js';
import type { Token } from './tokens.js';
import { has, isUnreal, readGroup, wordAt } from './verb-group.js';

/** Words after "than" that compare with an earlier time. */
const EARLIER = /^(?:last|previous|before|it|they|ever|a|at|in|\d{4}.*)$/;

/** Reads "has never been higher": every earlier figure was lower. */
const NEVER: ReadonlyMap<string, Direction> = new Map<string, Direction>([
  ['higher', 'highest'],
  ['lower', 'lowest'],
  ['better', 'best'],
  ['worse', 'worst'],
]);

/** Reads "is higher than last year", "are down", "was up". */
export function readComparison(tokens: Token[], at: number): Claim | null {
  const direction = COMPARED.get(wordAt(tokens, at));
  if (!direction) return null;
  const group = readGroup(tokens, at);
  if (!has(group, 'is', 'are', 'was', 'were', 'been') || has(group, 'had', 'be', 'being')) return null;
  if (isUnreal(tokens, group.from) || !isEndOfComparison(tokens, at)) return null;
  const isLarge = isLargeNear(tokens, group.from, at);
  const never = tokens.slice(group.from, at).some(({ lower }) => lower === 'never')
    ? NEVER.get(wordAt(tokens, at))
    : undefined;
  const core = { at, from: group.from, to: at, isLarge };
  if (never) return makeSubjectClaim(tokens, { ...core, direction: never });
  return makeSubjectClaim(tokens, { ...core, direction, isNegated: group.isNegated });
}

function isEndOfComparison(tokens: Token[], at: number): boolean {
  const next = wordAt(tokens, at + 1);
  const then = wordAt(tokens, at + 2);
  if (next === '' || /^[.,;:–—]/.test(next)) return true;
  if (next === 'than')
    return (
      EARLIER.test(then) ||
      (then === 'the' && /^(?:last|previous|same|year|quarter)$/.test(wordAt(tokens, at + 3)))
    );
  if (next === 'to') return /^\p{N}/u.test(then) && COMPARED.get(wordAt(tokens, at)) !== 'better';
  if (next === 'by') return /^\p{N}/u.test(then);
  return /^(?:on|since|this|compared|again|and|but|overall)$/.test(next) && then !== 'top';
}

/** Reads "is at a record high", "is the highest ever", "the best on record". */
export function readSuperlative(tokens: Token[], at: number): Claim | null {
  const word = wordAt(tokens, at);
  const next = wordAt(tokens, at + 1);
  const record = word === 'record' && /^(?:high|low)$/.test(next);
  const kind = SUPERLATIVES.get(word);
  if (!record && !kind) return null;
  const after = tokens
    .slice(at + 1, at + 5)
    .map(({ lower }) => lower)
    .join(' ');
  const isEver = /\bever\b|^(?:\S+ )?(?:on record|yet recorded)\b/.test(after);
  if (!record && !isEver) return null;
  let lead = at - 1;
  while (/^(?:a|an|the|its|their|at|now|to|new)$/.test(wordAt(tokens, lead))) lead--;
  if (!/^(?:is|are|was|were|reached|hit|been|stands|remains)$/.test(wordAt(tokens, lead))) return null;
  const direction = kind ?? (next === 'high' ? 'highest' : 'lowest');
  return makeStateClaim(tokens, { at, lead, direction });
}
