import { type Claim, makeStateClaim, makeSubjectClaim } from './claim.js';
import { ADVERBS, STABLE } from './lexicon.js';
import type { Token } from './tokens.js';
import { has, isUnreal, isWithoutObject, readGroup, wordAt } from './verb-group.js';

/** Reads "has remained stable", "stayed the same", "is unchanged". */
export function readStability(tokens: Token[], at: number): Claim | null {
  const isSame = wordAt(tokens, at) === 'the' && wordAt(tokens, at + 1) === 'same';
  if (!isSame && !STABLE.has(wordAt(tokens, at))) return null;
  let verb = at - 1;
  while (ADVERBS.has(wordAt(tokens, verb)) || /^(?:fairly|quite|more|or|less)$/.test(wordAt(tokens, verb)))
    verb--;
  const isKept = /^(?:remained|remains|stayed|held|kept|remain)$/.test(wordAt(tokens, verb));
  const isState = /^(?:is|are|was|were|been)$/.test(wordAt(tokens, verb)) && !isSame;
  const end = isSame ? at + 1 : at;
  if ((!isKept && !isState) || !isWithoutObject(tokens, end)) return null;
  const group = readGroup(tokens, verb);
  if (has(group, 'had', 'be', 'being') || group.isNegated || isUnreal(tokens, group.from)) return null;
  return makeSubjectClaim(tokens, {
    at,
    from: Math.min(verb, group.from),
    to: end,
    direction: 'stable',
    isLarge: false,
  });
}

/** Reads "has been sustained", "was maintained". */
export function readKept(tokens: Token[], at: number): Claim | null {
  if (!/^(?:sustained|maintained)$/.test(wordAt(tokens, at)) || !isWithoutObject(tokens, at)) return null;
  const group = readGroup(tokens, at);
  if (!has(group, 'is', 'are', 'was', 'were', 'been') || has(group, 'had', 'be', 'being')) return null;
  if (group.isNegated || isUnreal(tokens, group.from)) return null;
  return makeSubjectClaim(tokens, { at, from: group.from, to: at, direction: 'kept', isLarge: false });
}

/** Reads "shows an upward trend", "is on a downward trend". */
export function readTrend(tokens: Token[], at: number): Claim | null {
  const word = wordAt(tokens, at);
  if (!/^(?:up|down)wards?$/.test(word) || !/^(?:trend|trajectory|path)$/.test(wordAt(tokens, at + 1)))
    return null;
  let lead = at - 1;
  while (/^(?:a|an|the|its|on|clear|steady|to|be)$/.test(wordAt(tokens, lead))) lead--;
  if (!/^(?:shows?|showed|is|are|continues?|continued|remains?|been)$/.test(wordAt(tokens, lead)))
    return null;
  const direction = word.startsWith('up') ? 'up' : 'down';
  return makeStateClaim(tokens, { at, lead, direction });
}
