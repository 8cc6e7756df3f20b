import type { Figure } from '../../model/figure.js';
import { alignTokens } from '../align/align-tokens.js';
import type { Token } from '../align/token.js';
import type { Cause } from './span.js';

/** Shows why a run of text changed. */
export interface Evidence {
  /** Finds why words replaced other words. */
  findCause: (before: readonly Token[], after: readonly Token[]) => Cause;
  /** Finds a figure of the new version as it would be on the old data. Null if it is not known. */
  findFigureOnOldData: (after: Token) => Figure | null;
}

/** Evidence for a text that only one version has, or that did not change. */
export const NO_EVIDENCE: Evidence = { findCause: () => 'wording', findFigureOnOldData: () => null };

interface Run {
  before: readonly Token[];
  after: readonly Token[];
}

/** The same run in the two hypothetical builds. Null if it is not known. */
interface HypotheticalRuns {
  newOnOldData: readonly Token[] | null;
  oldOnNewData: readonly Token[] | null;
}

/**
 * Compares a run with its two hypothetical builds. Words that the old data would keep unchanged changed with the data.
 * Words that the new data and measures alone would change come from a rule. All other changes are the author's.
 */
export function gatherEvidence(run: Run, { newOnOldData, oldOnNewData }: HypotheticalRuns): Evidence {
  const counterparts = new Map(newOnOldData && matchTokens(newOnOldData, run.after));
  const onOldData = newOnOldData && findShared(run, newOnOldData);
  const onNewData = oldOnNewData && findShared(run, oldOnNewData);
  return {
    findFigureOnOldData: (token) => counterparts.get(token)?.figure ?? null,
    findCause: (before, after) => {
      if (!onOldData && !onNewData) return isComputed([...before, ...after]) ? 'data' : 'wording';
      if (onOldData && hasAll(before, onOldData.before) && hasNone(after, onOldData.after)) return 'data';
      if (onNewData && hasAll(after, onNewData.after) && hasNone(before, onNewData.before)) return 'rule';
      return 'wording';
    },
  };
}

/** Returns true if templates computed all words. Stored documents are no evidence of more. */
function isComputed(tokens: readonly Token[]): boolean {
  const words = tokens.filter((token) => !isPunctuation(token));
  return words.length > 0 && words.every((word) => word.isComputed);
}

/** Finds the tokens of each version that a hypothetical build has too. */
function findShared(
  { before, after }: Run,
  hypothetical: readonly Token[],
): { before: Set<Token>; after: Set<Token> } {
  return {
    before: new Set(matchTokens(before, hypothetical).map(([, old]) => old)),
    after: new Set(matchTokens(hypothetical, after).map(([now]) => now)),
  };
}

/** Lists the tokens of the second run that the first has too, each with its counterpart. */
function matchTokens(first: readonly Token[], second: readonly Token[]): [Token, Token][] {
  return alignTokens(first, second).flatMap((stretch) =>
    stretch.isSame
      ? stretch.after.map((token, at): [Token, Token] => [token, stretch.before[at] ?? token])
      : [],
  );
}

function hasAll(tokens: readonly Token[], known: Set<Token>): boolean {
  return tokens.every((token) => isPunctuation(token) || known.has(token));
}

function hasNone(tokens: readonly Token[], known: Set<Token>): boolean {
  return tokens.every((token) => isPunctuation(token) || !known.has(token));
}

/** Punctuation matches anywhere, so it is no evidence. */
function isPunctuation({ text }: Token): boolean {
  return !/[\p{L}\p{N}]/u.test(text);
}
