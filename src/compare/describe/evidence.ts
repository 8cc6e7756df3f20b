import type { Figure } from '../../model/figure.js';
import { alignTokens } from '../align/align-tokens.js';
import type { Cause } from './comparison.js';
import type { Token } from '../align/tokens.js';

/** What tells why a run of text changed. */
export interface Evidence {
  /** Why some words stand in the place of others. */
  causeOf: (before: readonly Token[], after: readonly Token[]) => Cause;
  /** A figure of the new version as it would be on the old data. Null where that is not known. */
  figureOnOldData: (after: Token) => Figure | null;
}

/** Where nothing is known. */
export const NONE: Evidence = { causeOf: () => 'wording', figureOnOldData: () => null };

/**
 * Two versions that never were. The new one on the old data: where it reads as the old one does, the data make the difference.
 * The old one on the new data, with the new measures: where it reads as the new one does, nobody has changed its words.
 */
export function gatherEvidence(
  run: { before: Token[]; after: Token[] },
  newOnOldData: Token[] | null,
  oldOnNewData: Token[] | null,
): Evidence {
  const twins = newOnOldData === null ? null : new Map(counterparts(newOnOldData, run.after));
  const readsAsOld = newOnOldData === null ? null : likeness(run, newOnOldData);
  const readsAsNew = oldOnNewData === null ? null : likeness(run, oldOnNewData);
  return {
    figureOnOldData: (token) => twins?.get(token)?.figure ?? null,
    causeOf: (before, after) => {
      if (readsAsOld && hasAll(before, readsAsOld.before) && hasNone(after, readsAsOld.after)) return 'data';
      if (readsAsNew && hasAll(after, readsAsNew.after) && hasNone(before, readsAsNew.before)) return 'rule';
      return 'wording';
    },
  };
}

/** The tokens of both versions that a third has as well. */
function likeness(
  { before, after }: { before: Token[]; after: Token[] },
  third: Token[],
): Record<'before' | 'after', Set<Token>> {
  return {
    before: new Set(counterparts(before, third).map(([, old]) => old)),
    after: new Set(counterparts(third, after).map(([now]) => now)),
  };
}

/** Tokens of the second run, each with that of the first which stands for the same. */
function counterparts(first: Token[], second: Token[]): [Token, Token][] {
  return alignTokens(first, second).flatMap((stretch) =>
    stretch.same
      ? stretch.after.map((token, at): [Token, Token] => [token, stretch.before[at] ?? token])
      : [],
  );
}

function hasAll(tokens: readonly Token[], known: Set<Token>): boolean {
  return tokens.every((token) => isMark(token) || known.has(token));
}

function hasNone(tokens: readonly Token[], known: Set<Token>): boolean {
  return tokens.every((token) => isMark(token) || !known.has(token));
}

/** Punctuation matches anywhere. */
function isMark({ text }: Token): boolean {
  return !/[\p{L}\p{N}]/u.test(text);
}
