import { diffArrays } from 'diff';
import { countEach } from '../../model/count-each.js';
import { measureSimilarity } from './measure-similarity.js';
import type { Token } from './token.js';

/** A stretch of two runs. If `isSame`, its tokens are equal one by one; if not, the new tokens replace the old ones. */
export interface Stretch {
  isSame: boolean;
  before: Token[];
  after: Token[];
}

interface Difference<T> {
  isSame: boolean;
  before: T[];
  after: T[];
}

type Sentence = Token[];

/** The lowest similarity of two sentences that are compared word by word. Below it, the new one replaces the old one. */
const MIN_SIMILARITY = 0.4;

/**
 * Aligns two runs sentence by sentence, and word by word within a sentence. Readers compare sentences: matching single
 * words across unlike sentences would only break up both.
 */
export function alignTokens(before: readonly Token[], after: readonly Token[]): Stretch[] {
  if (before.length === after.length && before.every(({ key }, at) => key === after[at]?.key))
    return before.length === 0 ? [] : [{ isSame: true, before: [...before], after: [...after] }];
  const differences = diffByKey(splitSentences(before), splitSentences(after), toSentenceKey);
  return joinStretches(
    differences.flatMap((difference) =>
      difference.isSame
        ? [{ isSame: true, before: difference.before.flat(), after: difference.after.flat() }]
        : alignSentences(difference.before, difference.after),
    ),
  );
}

/** Diffs two lists by key. Neighbouring removals and additions become one difference. */
function diffByKey<T>(before: T[], after: T[], keyOf: (item: T) => string): Difference<T>[] {
  const differences: Difference<T>[] = [];
  let [from, to] = [0, 0];
  for (const { added, removed, count } of diffArrays(before.map(keyOf), after.map(keyOf))) {
    const isSame = !added && !removed;
    const old = added ? [] : before.slice(from, (from += count));
    const now = removed ? [] : after.slice(to, (to += count));
    const last = differences.at(-1);
    if (last && !last.isSame && !isSame) {
      last.before.push(...old);
      last.after.push(...now);
    } else differences.push({ isSame, before: old, after: now });
  }
  return differences;
}

/** A sentence ends at a line break, or at a full stop or similar before a space. */
function splitSentences(run: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = [];
  let hasEnded = true;
  run.forEach((token, at) => {
    if (hasEnded) sentences.push([]);
    sentences.at(-1)?.push(token);
    hasEnded = token.key === 'break' || (/^[.!?:;]$/.test(token.text) && run[at + 1]?.lead !== '');
  });
  return sentences;
}

function toSentenceKey(sentence: Sentence): string {
  return sentence.map(({ key }) => key).join(' ');
}

/** Compares each sentence with the next similar one. Sentences without a similar one were removed or added. */
function alignSentences(before: readonly Sentence[], after: readonly Sentence[]): Stretch[] {
  const newCounts = after.map(countKeys);
  const stretches: Stretch[] = [];
  let next = 0;
  for (const sentence of before) {
    const counts = countKeys(sentence);
    const to = newCounts.findIndex(
      (other, at) => at >= next && measureSimilarity(counts, other) >= MIN_SIMILARITY,
    );
    if (to === -1) stretches.push({ isSame: false, before: sentence, after: [] });
    else {
      stretches.push(...after.slice(next, to).map(toAddition));
      stretches.push(...absorbIslands(diffByKey(sentence, after[to] ?? [], ({ key }) => key)));
      next = to + 1;
    }
  }
  return [...stretches, ...after.slice(next).map(toAddition)];
}

function countKeys(sentence: Sentence): Map<string, number> {
  return countEach(sentence.map(({ key }) => key));
}

function toAddition(sentence: Sentence): Stretch {
  return { isSame: false, before: [], after: sentence };
}

/**
 * Counts one or two unchanged words between longer changes as changed, which is easier to read. Figures and references
 * are not absorbed.
 */
function absorbIslands(stretches: Stretch[]): Stretch[] {
  return stretches.map((stretch, at) =>
    isIsland(stretch, stretches[at - 1], stretches[at + 1]) ? { ...stretch, isSame: false } : stretch,
  );
}

function isIsland(
  { isSame, after }: Stretch,
  left: Stretch | undefined,
  right: Stretch | undefined,
): boolean {
  if (!isSame || !left || !right || after.length > 2) return false;
  const isShorter = after.length < Math.min(measureLength(left), measureLength(right));
  return isShorter && after.every(({ key }) => key.startsWith('w:'));
}

function measureLength({ before, after }: Stretch): number {
  return Math.max(before.length, after.length);
}

function joinStretches(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const { isSame, before, after } of stretches) {
    const last = joined.at(-1);
    if (last?.isSame === isSame) {
      last.before.push(...before);
      last.after.push(...after);
    } else joined.push({ isSame, before: [...before], after: [...after] });
  }
  return joined;
}
