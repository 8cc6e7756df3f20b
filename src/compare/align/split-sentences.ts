import type { Token } from './token.js';

export type Sentence = Token[];

/** Words that a full stop shortens. Initials are also no end: "J. Smith". */
const SHORTENED = /^(?:\p{Lu}|dr|mr|mrs|ms|st|nos?|cllr|prof|e\.g|i\.e|cf|vs|pp?|paras?|figs?|approx)$/iu;

const CLOSING_MARK = /^["'”’)\]]$/;

/** Splits a run at line breaks and at the ends of sentences. */
export function splitSentences(run: readonly Token[]): Sentence[] {
  return splitAfter(run, endsSentence);
}

/** Splits a sentence at line breaks, and at full stops, colons and semicolons. */
export function splitClauses(run: readonly Token[]): Sentence[] {
  return splitAfter(run, (all, at) => /^[.!?:;]$/.test(all[at]?.text ?? '') && all[at + 1]?.lead !== '');
}

/** Returns true if a run ends with the mark that ends a sentence. A heading or a table's cell usually has none. */
export function hasEndMark(run: readonly Token[]): boolean {
  return /^[.!?]$/.test(run[findLastMark(run, run.length - 1)]?.text ?? '');
}

function splitAfter(
  run: readonly Token[],
  isEnd: (run: readonly Token[], at: number) => boolean,
): Sentence[] {
  const sentences: Sentence[] = [];
  let hasEnded = true;
  run.forEach((token, at) => {
    if (hasEnded) sentences.push([]);
    sentences.at(-1)?.push(token);
    hasEnded = token.key === 'break' || isEnd(run, at);
  });
  return sentences;
}

function endsSentence(run: readonly Token[], at: number): boolean {
  const next = run[at + 1];
  if (!next || next.lead === '' || /^\p{Ll}/u.test(next.text)) return false;
  const mark = findLastMark(run, at);
  if (!/^[.!?]$/.test(run[mark]?.text ?? '')) return false;
  return !SHORTENED.test(run[mark - 1]?.text ?? '');
}

/** Finds the last token up to an index that is no closing quotation mark or bracket. */
function findLastMark(run: readonly Token[], at: number): number {
  let last = at;
  while (last > 0 && CLOSING_MARK.test(run[last]?.text ?? '')) last--;
  return last;
}
