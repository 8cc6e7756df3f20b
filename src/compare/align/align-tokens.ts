import { countEach } from '../../model/count-each.js';
import { alignSentences, type SentencePair } from './align-sentences.js';
import { diffByKey, type Difference } from './diff-by-key.js';
import { measureSimilarity } from './measure-similarity.js';
import type { SentenceChange } from './sentence-change.js';
import { hasEndMark, splitClauses, splitSentences, type Sentence } from './split-sentences.js';
import type { Token } from './token.js';

/** A stretch of two runs. If `isSame`, its tokens are equal one by one; if not, the new tokens replace the old ones. */
export interface Stretch {
  isSame: boolean;
  before: Token[];
  after: Token[];
  /** The change, if the stretch is a whole sentence. Null for other words. */
  sentence: SentenceChange | null;
}

/** The lowest similarity of two clauses that are compared word by word. Below it, the new one replaces the old one. */
const MIN_SIMILARITY = 0.4;

/** The clauses of the new text that are looked through for a similar one. The limit keeps the time linear. */
const MAX_AHEAD = 40;

/**
 * Aligns two runs sentence by sentence, and word by word within a sentence. Readers compare sentences: matching single
 * words across unlike sentences would only break up both.
 */
export function alignTokens(before: readonly Token[], after: readonly Token[]): Stretch[] {
  if (before.length === after.length && before.every(({ key }, at) => key === after[at]?.key))
    return before.length === 0 ? [] : [makeStretch({ isSame: true, before: [...before], after: [...after] })];
  const isInBoth = before.length > 0 && after.length > 0;
  const pairs = alignSentences(splitSentences(before), splitSentences(after));
  return joinStretches(pairs.flatMap((pair) => alignPair(pair, isInBoth)));
}

function makeStretch(difference: Difference<Token>, sentence: SentenceChange | null = null): Stretch {
  return { ...difference, sentence };
}

/** Aligns a sentence with its counterpart. A cell or title that only one version has is no sentence that was added or removed. */
function alignPair({ before, after, change }: SentencePair, isInBoth: boolean): Stretch[] {
  if (change === null)
    return before.length === after.length && before.every(({ key }, at) => key === after[at]?.key)
      ? [makeStretch({ isSame: true, before, after })]
      : alignClauses(splitClauses(before), splitClauses(after));
  const isSentence = isInBoth && hasEndMark(after.length > 0 ? after : before);
  return [makeStretch({ isSame: false, before, after }, isSentence ? change : null)];
}

/** Compares each clause with the next similar one. Clauses without a similar one were removed or added. */
function alignClauses(before: readonly Sentence[], after: readonly Sentence[]): Stretch[] {
  const newCounts = after.map(countKeys);
  const stretches: Stretch[] = [];
  let next = 0;
  for (const clause of before) {
    const counts = countKeys(clause);
    const ahead = newCounts
      .slice(next, next + MAX_AHEAD)
      .findIndex((other) => measureSimilarity(counts, other) >= MIN_SIMILARITY);
    if (ahead === -1) stretches.push(makeStretch({ isSame: false, before: clause, after: [] }));
    else {
      const to = next + ahead;
      stretches.push(...after.slice(next, to).map(toAddition));
      stretches.push(...absorbIslands(diffByKey(clause, after[to] ?? [], ({ key }) => key)));
      next = to + 1;
    }
  }
  return [...stretches, ...after.slice(next).map(toAddition)];
}

function countKeys(clause: Sentence): Map<string, number> {
  return countEach(clause.map(({ key }) => key));
}

function toAddition(clause: Sentence): Stretch {
  return makeStretch({ isSame: false, before: [], after: clause });
}

/**
 * Counts one or two unchanged words between longer changes as changed, which is easier to read. Figures and references
 * are not absorbed.
 */
function absorbIslands(differences: readonly Difference<Token>[]): Stretch[] {
  return differences.map((difference, at) =>
    makeStretch(
      isIsland(difference, differences[at - 1], differences[at + 1])
        ? { ...difference, isSame: false }
        : difference,
    ),
  );
}

function isIsland(
  { isSame, after }: Difference<Token>,
  left: Difference<Token> | undefined,
  right: Difference<Token> | undefined,
): boolean {
  if (!isSame || !left || !right || after.length > 2) return false;
  const isShorter = after.length < Math.min(measureLength(left), measureLength(right));
  return isShorter && after.every(({ key }) => key.startsWith('w:'));
}

function measureLength({ before, after }: Difference<Token>): number {
  return Math.max(before.length, after.length);
}

/** Joins neighbouring stretches of one kind. Whole sentences stay apart, so that each is marked and counted. */
function joinStretches(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const stretch of stretches) {
    const { isSame, before, after, sentence } = stretch;
    const last = joined.at(-1);
    if (last?.isSame === isSame && last.sentence === null && sentence === null) {
      last.before.push(...before);
      last.after.push(...after);
    } else joined.push({ ...stretch, before: [...before], after: [...after] });
  }
  return joined;
}
