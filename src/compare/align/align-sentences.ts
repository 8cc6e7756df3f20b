import { diffByKey } from './diff-by-key.js';
import { interleave } from './interleave.js';
import { matchMembers } from './match-members.js';
import { makeMember, type Member } from './member.js';
import { hasEndMark, type Sentence } from './split-sentences.js';
import type { SentenceChange } from './sentence-change.js';

/** A sentence and its counterpart. `change` is null for a sentence that is equal or similar in both versions. */
export interface SentencePair {
  before: Sentence;
  after: Sentence;
  change: SentenceChange | null;
}

/** A sentence that only one version has. */
type Lone = SentencePair & { change: 'added' | 'removed' };

/**
 * Pairs the sentences of two texts, in the order of the new one: equal ones, then similar ones. A sentence with the same words at
 * another place has moved.
 */
export function alignSentences(before: readonly Sentence[], after: readonly Sentence[]): SentencePair[] {
  const targets = matchSentences(before, after);
  const pairs = interleave({ before, after, targets }, (sentence) => 1 + sentence.length).map(
    ({ before: old, after: now, isMoved, isAway }): SentencePair => {
      if (old && now && !isMoved) return { before: old, after: now, change: null };
      const isSame = old && now && hasEndMark(now) && toKey(old) === toKey(now);
      return isAway || !now
        ? { before: old ?? [], after: [], change: isSame ? 'moved-away' : 'removed' }
        : { before: [], after: now, change: isSame ? 'moved-here' : 'added' };
    },
  );
  return joinReplaced(pairs);
}

function toKey(sentence: Sentence): string {
  return sentence.map(({ key }) => key).join(' ');
}

/** Matches equal sentences in their order, and then the rest by their words. */
function matchSentences(before: readonly Sentence[], after: readonly Sentence[]): number[] {
  const targets = before.map(() => -1);
  const rest: Record<'before' | 'after', number[]> = { before: [], after: [] };
  let [from, to] = [0, 0];
  for (const { isSame, before: old, after: now } of diffByKey(before, after, toKey)) {
    if (isSame) old.forEach((_, at) => (targets[from + at] = to + at));
    else {
      rest.before.push(...old.map((_, at) => from + at));
      rest.after.push(...now.map((_, at) => to + at));
    }
    from += old.length;
    to += now.length;
  }
  const matches = matchMembers(
    rest.before.map((index) => toMember(before[index])),
    rest.after.map((index) => toMember(after[index])),
  );
  matches.forEach((match, at) => (targets[rest.before[at] ?? -1] = rest.after[match] ?? -1));
  return targets;
}

function toMember(sentence: Sentence = []): Member {
  return makeMember('sentence', { words: sentence.map(({ key }) => key) });
}

/** Pairs removed sentences with those added at the same place, in order. The longer list keeps its rest. */
function joinReplaced(pairs: readonly SentencePair[]): SentencePair[] {
  const joined: SentencePair[] = [];
  let gap: Lone[] = [];
  const closeGap = (): void => {
    joined.push(...joinGap(gap));
    gap = [];
  };
  for (const pair of pairs)
    if (isLone(pair)) gap.push(pair);
    else {
      closeGap();
      joined.push(pair);
    }
  closeGap();
  return joined;
}

function isLone(pair: SentencePair): pair is Lone {
  return pair.change === 'added' || pair.change === 'removed';
}

function joinGap(gap: readonly Lone[]): SentencePair[] {
  const removed = gap.filter(({ change }) => change === 'removed');
  const added = gap.filter(({ change }) => change === 'added');
  const shared = Math.min(removed.length, added.length);
  const replaced = added.slice(0, shared).map(({ after }, index): SentencePair => ({
    before: removed[index]?.before ?? [],
    after,
    change: 'replaced',
  }));
  return [...replaced, ...removed.slice(shared), ...added.slice(shared)];
}
