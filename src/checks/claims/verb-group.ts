import { ADVERBS, AUXILIARIES, NEGATIONS, UNREAL } from './lexicon.js';
import { findClauseStart } from './phrases.js';
import type { Token } from './tokens.js';

export const wordAt = (tokens: Token[], index: number): string => tokens[index]?.lower ?? '';

export interface VerbGroup {
  from: number;
  auxiliaries: string[];
  isNegated: boolean;
}

/** Reads the auxiliaries and adverbs before a verb. */
export function readGroup(tokens: Token[], at: number): VerbGroup {
  const auxiliaries: string[] = [];
  let isNegated = false;
  let from = at;
  for (let index = at - 1; index >= 0 && index >= at - 6; index--) {
    const word = wordAt(tokens, index);
    const isAuxiliary = AUXILIARIES.has(word);
    if (!isAuxiliary && !ADVERBS.has(word) && !NEGATIONS.has(word)) break;
    if (isAuxiliary) auxiliaries.unshift(word);
    if (NEGATIONS.has(word)) isNegated = true;
    from = index;
  }
  return { from, auxiliaries, isNegated };
}

/** Returns true if the clause before a token has words of wish, plan or condition. */
export function isUnreal(tokens: Token[], at: number, words: ReadonlySet<string> = UNREAL): boolean {
  const start = findClauseStart(tokens, at);
  const clause = tokens.slice(Math.max(0, start - 1), at);
  return (
    wordAt(tokens, at - 1) === 'to' || clause.some(({ lower, text }) => words.has(lower) || text === 'may')
  );
}

export const has = (group: VerbGroup, ...words: string[]): boolean =>
  group.auxiliaries.some((word) => words.includes(word.replace(/n't$/, '')));

const AFTER_VERB =
  /^(?:by|to|from|in|since|over|during|at|on|for|across|between|after|with|and|but|while|whilst|as|because|although|though|than|this|last|each|every|when|so|further|again|still|too|also|overall|compared|within|through|despite|throughout|against|little|thanks|due|owing|following|once|yet|slightly|faster|more|less|year|among)$/;

/** Returns true if no object follows a verb. */
export function isWithoutObject(tokens: Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (!next || !/^[\p{L}\p{N}]/u.test(next.text)) return true;
  return (
    AFTER_VERB.test(next.lower) ||
    ADVERBS.has(next.lower) ||
    /^\p{N}|ly$/u.test(next.lower) ||
    next.figure !== null
  );
}
