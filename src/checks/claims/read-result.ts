import { type Claim, readObjectClaim } from './claim.js';
import { ADJECTIVES, ADVERBS, RESULT_VERBS, RESULTING } from './lexicon.js';
import type { Token } from './tokens.js';
import { readGroup, wordAt } from './verb-group.js';

/** Returns true if a verb of result stands before a token: "saw a rise", "led to a fall". */
export function isResult(tokens: Token[], start: number): boolean {
  return RESULT_VERBS.has(wordAt(tokens, start - 1)) || RESULT_PAIR.test(readPair(tokens, start - 1));
}

const RESULT_PAIR = /^(?:led to|resulted in|brought about|contributed to)$/;

const readPair = (tokens: Token[], at: number): string => `${wordAt(tokens, at - 1)} ${wordAt(tokens, at)}`;

/** Reads "has led to improved satisfaction", "resulted in fewer complaints". */
export function readResult(tokens: Token[], at: number): Claim | null {
  const direction = RESULTING.get(wordAt(tokens, at));
  if (!direction) return null;
  let lead = at - 1;
  while (
    /^an?$/.test(wordAt(tokens, lead)) ||
    ADJECTIVES.has(wordAt(tokens, lead)) ||
    ADVERBS.has(wordAt(tokens, lead))
  )
    lead--;
  const isPair = RESULT_PAIR.test(readPair(tokens, lead));
  if (!isPair && !RESULT_VERBS.has(wordAt(tokens, lead))) return null;
  const verb = isPair ? lead - 1 : lead;
  const group = readGroup(tokens, verb);
  return readObjectClaim(tokens, at, { ...group, from: Math.min(group.from, verb) }, direction, verb);
}
