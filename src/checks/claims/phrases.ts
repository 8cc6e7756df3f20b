import { CLAUSE_STARTS, PHRASE_ENDS, PUNCTUATION } from './lexicon.js';
import type { Token } from './tokens.js';

const MOST_WORDS = 14; // a longer phrase names nothing that a pattern can recognise
const MOST_BACK = 40; // bounds the search, so that a check is linear in the length of a paragraph

/** Finds the first token of the clause that a token belongs to. */
export function findClauseStart(tokens: Token[], at: number): number {
  let start = at;
  while (start > 0 && at - start < MOST_BACK && !isBoundary(tokens[start - 1])) start--;
  return start;
}

function isBoundary(token: Token | undefined): boolean {
  return token !== undefined && (PUNCTUATION.has(token.text) || CLAUSE_STARTS.has(token.lower));
}

/** Finds the last token of a phrase that starts at a token: before the next clause, verb or adverbial. */
export function findPhraseEnd(tokens: Token[], start: number): number {
  let end = start;
  while (end < tokens.length && end - start < MOST_WORDS && !isEnd(tokens[end])) end++;
  return end - 1;
}

function isEnd(token: Token | undefined): boolean {
  return token === undefined || PUNCTUATION.has(token.text) || PHRASE_ENDS.has(token.lower);
}

/** A phrase that may name a measure. */
export interface Phrase {
  words: string[];
  from: number;
  to: number;
}

function readPhrase(tokens: Token[], from: number, to: number): Phrase {
  const isLong = to - from >= MOST_WORDS;
  const words = tokens.slice(from, to + 1).flatMap((token) => (token.figure ? [] : token.words));
  return { words: isLong ? ['…'] : words, from, to };
}

/** Lists the phrases that may be the object of a verb or a preposition, the longest first: "doctors and nurses", "doctors". */
export function listObjects(tokens: Token[], start: number): Phrase[] {
  const end = findPhraseEnd(tokens, start);
  const phrase = readPhrase(tokens, start, end);
  if (phrase.words.length === 0) return [];
  const hasAnd = tokens[end + 1]?.lower === 'and';
  return hasAnd ? [readPhrase(tokens, start, findPhraseEnd(tokens, end + 2)), phrase] : [phrase];
}

/** Introductions that leave the subject to the clause before: "confidence, as the table shows, rose". */
const ASIDE = /^(?:as|according|measured|shown|including|like|after|over|compared|despite|in)$/;

/** Lists the phrases that may be the subject of a verb group, the best first. */
export function listSubjects(tokens: Token[], verb: number): Phrase[] {
  const start = findClauseStart(tokens, verb);
  const and = findLastAnd(tokens, start, verb);
  const phrases = [
    readPhrase(tokens, start, verb - 1),
    ...(and === null ? [] : [readPhrase(tokens, start, and - 1), readPhrase(tokens, and + 1, verb - 1)]),
    ...listEarlierSubjects(tokens, start, verb),
  ];
  return phrases.filter(({ words }) => words.length > 0);
}

/** Lists the subjects in front of an aside: ", which has risen", ", as the table shows, rose". */
function listEarlierSubjects(tokens: Token[], start: number, verb: number): Phrase[] {
  const lead = tokens[start - 1];
  if (start === verb && lead?.text === ',') return listBeforeComma(tokens, start - 1, 2);
  const isAside = lead?.lower === 'which' || ASIDE.test(tokens[start]?.lower ?? '');
  const comma = lead?.lower === 'which' ? start - 2 : start - 1;
  return isAside ? listBeforeComma(tokens, comma, 1) : [];
}

function listBeforeComma(tokens: Token[], comma: number, count: number): Phrase[] {
  if (count === 0 || tokens[comma]?.text !== ',') return [];
  const start = findClauseStart(tokens, comma);
  const phrase = readPhrase(tokens, start, comma - 1);
  return [phrase, ...listBeforeComma(tokens, start - 1, count - 1)];
}

function findLastAnd(tokens: Token[], from: number, to: number): number | null {
  const index = tokens.slice(from, to).findLastIndex(({ lower }) => lower === 'and');
  return index < 0 ? null : from + index;
}
