import { diffArrays } from 'diff';
import { countWords, likeness } from './match-up.js';
import type { Token } from './tokens.js';

/** A stretch of two runs: tokens that stand for the same things, one to one, or what was put in place of what. */
export interface Stretch {
  same: boolean;
  before: Token[];
  after: Token[];
}

/** From this likeness on two sentences are compared word by word; below it one replaces the other. */
const ONE_SENTENCE = 0.4;

/**
 * Lays two runs beside each other, sentence by sentence and word by word within a sentence: a reader compares sentences, and
 * single words that two unlike sentences happen to share would only break both up.
 */
export function alignTokens(before: readonly Token[], after: readonly Token[]): Stretch[] {
  if (before.length === after.length && before.every(({ key }, at) => key === after[at]?.key))
    return before.length === 0 ? [] : [{ same: true, before: [...before], after: [...after] }];
  const gaps = align(sentences(before), sentences(after), sentenceKey);
  const fine = gaps.flatMap(({ same, before: old, after: now }) =>
    same ? old.map((tokens, at) => ({ same, before: tokens, after: now[at] ?? [] })) : alignGap(old, now),
  );
  return join(fine);
}

/** A general alignment by key. What is neither is in one stretch, the removed with the added. */
function align<T>(
  before: T[],
  after: T[],
  key: (one: T) => string,
): { same: boolean; before: T[]; after: T[] }[] {
  const found: { same: boolean; before: T[]; after: T[] }[] = [];
  let [from, to] = [0, 0];
  for (const { added, removed, count } of diffArrays(before.map(key), after.map(key))) {
    const same = !added && !removed;
    const old = added ? [] : before.slice(from, (from += count));
    const now = removed ? [] : after.slice(to, (to += count));
    const last = found.at(-1);
    if (last && !last.same && !same) {
      last.before.push(...old);
      last.after.push(...now);
    } else found.push({ same, before: old, after: now });
  }
  return found;
}

/** A sentence ends at a full stop or the like before a space, or at a line's end. */
function sentences(run: readonly Token[]): Token[][] {
  const found: Token[][] = [];
  let ended = true;
  run.forEach((token, at) => {
    if (ended) found.push([]);
    found.at(-1)?.push(token);
    ended = token.key === 'break' || (/^[.!?:;]$/.test(token.text) && run[at + 1]?.lead !== '');
  });
  return found;
}

function sentenceKey(sentence: Token[]): string {
  return sentence.map(({ key }) => key).join(' ');
}

/** Sentences between two that stayed: each is compared with the next one like it; others were removed or added. */
function alignGap(before: Token[][], after: Token[][]): Stretch[] {
  const bags = after.map((sentence) => countWords(sentence.map(({ key }) => key)));
  const found: Stretch[] = [];
  let next = 0;
  for (const sentence of before) {
    const bag = countWords(sentence.map(({ key }) => key));
    const to = bags.findIndex((other, at) => at >= next && likeness(bag, other) >= ONE_SENTENCE);
    if (to === -1) found.push({ same: false, before: sentence, after: [] });
    else {
      for (const added of after.slice(next, to)) found.push({ same: false, before: [], after: added });
      found.push(...withoutIslands(align(sentence, after[to] ?? [], ({ key }) => key)));
      next = to + 1;
    }
  }
  for (const added of after.slice(next)) found.push({ same: false, before: [], after: added });
  return found;
}

/** A word or two that stayed between longer changes read better as changed with them. Figures and references stay apart. */
function withoutIslands(stretches: Stretch[]): Stretch[] {
  const size = (stretch: Stretch | undefined): number =>
    stretch ? Math.max(stretch.before.length, stretch.after.length) : 0;
  return stretches.map((stretch, at) => {
    const [left, right] = [stretches[at - 1], stretches[at + 1]];
    const small =
      stretch.same &&
      left &&
      right &&
      stretch.after.length <= 2 &&
      stretch.after.length < Math.min(size(left), size(right)) &&
      stretch.after.every(({ key }) => key.startsWith('w:'));
    return small ? { ...stretch, same: false } : stretch;
  });
}

function join(stretches: Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const { same, before, after } of stretches) {
    const last = joined.at(-1);
    if (last?.same === same) {
      last.before.push(...before);
      last.after.push(...after);
    } else joined.push({ same, before: [...before], after: [...after] });
  }
  return joined;
}
