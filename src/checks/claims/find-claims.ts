import type { Claim } from './claim.js';
import { readComparison, readSuperlative } from './read-comparison.js';
import { readNoun } from './read-noun.js';
import { readResult } from './read-result.js';
import { readKept, readStability, readTrend } from './read-state.js';
import { readVerb } from './read-verb.js';
import type { Token } from './tokens.js';

/** Finds the claims of direction in a sentence. Aims, plans, possibilities and conditions are not claims. */
export function findClaims(tokens: Token[]): Claim[] {
  return tokens.flatMap((token, at) => {
    if (!token.isTyped || token.isQuoted) return [];
    const claim =
      readVerb(tokens, at) ??
      readNoun(tokens, at) ??
      readComparison(tokens, at) ??
      readStability(tokens, at) ??
      readSuperlative(tokens, at) ??
      readTrend(tokens, at) ??
      readKept(tokens, at) ??
      readResult(tokens, at);
    return claim ? [claim] : [];
  });
}
