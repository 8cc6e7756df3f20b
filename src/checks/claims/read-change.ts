import { type Claim, isLargeNear, makeSubjectClaim } from './claim.js';
import type { Token } from './tokens.js';
import { has, isUnreal, isWithoutObject, readGroup, wordAt } from './verb-group.js';

/** Reads "has changed markedly", "has not changed", "hardly changed". */
export function readChanged(tokens: Token[], at: number): Claim | null {
  const group = readGroup(tokens, at);
  if (has(group, 'had', 'be', 'being') || isUnreal(tokens, group.from) || !isWithoutObject(tokens, at))
    return null;
  const isLittle =
    wordAt(tokens, at + 1) === 'little' || /^(?:little|hardly|barely)$/.test(wordAt(tokens, at - 1));
  const core = { at, from: group.from, to: wordAt(tokens, at + 1) === 'little' ? at + 1 : at };
  if (group.isNegated || isLittle)
    return makeSubjectClaim(tokens, { ...core, direction: 'stable', isLarge: false });
  if (!isLargeNear(tokens, group.from, at + 1)) return null;
  return makeSubjectClaim(tokens, { ...core, direction: 'moved', isLarge: true });
}

/** Reads "has gone up", "went down". */
export function readGone(tokens: Token[], at: number): Claim | null {
  const next = wordAt(tokens, at + 1);
  if (!/^(?:gone|went|going|come|came)$/.test(wordAt(tokens, at)) || !/^(?:up|down)$/.test(next)) return null;
  const group = readGroup(tokens, at);
  const isProgressive = wordAt(tokens, at) === 'going';
  if (has(group, 'had', 'be') || (isProgressive && !has(group, 'is', 'are', 'been'))) return null;
  if (isUnreal(tokens, group.from)) return null;
  return makeSubjectClaim(tokens, {
    ...{ at, from: group.from, to: at + 1, isNegated: group.isNegated },
    direction: next === 'up' ? 'up' : 'down',
  });
}
