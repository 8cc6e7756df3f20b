/** One of the things that are matched between two versions: a paragraph, a row, a list's item. */
export interface Member {
  kind: string;
  /** Its identity, where its author gave it one. */
  label: string | null;
  /** What it belongs to: members of one group are matched before others. */
  group: string;
  words: readonly string[];
  /** Whether its place between two matched neighbours is enough to know it by, however its words have changed. */
  knownByPlace: boolean;
}

/** The share of words in common from which two texts count as one that was reworded. */
const ALIKE = 0.5;
/** How many rare words of a text, and how many texts with each, are looked at: the time stays linear. */
const RARE = 8;
const NEAR = 24;

/**
 * Finds each member's counterpart: by label, else by the same words in the same group, else by the same words anywhere, else
 * by similar words, else by place. Gives, for each of `before`, an index in `after`, or −1.
 */
export function matchUp(before: readonly Member[], after: readonly Member[]): number[] {
  const targets = before.map(() => -1);
  const taken = after.map(() => false);
  const pair = (from: number, to: number): void => {
    targets[from] = to;
    taken[to] = true;
  };
  const byKey = (key: (member: Member) => string | null): void => {
    const free = new Map<string, number[]>();
    after.forEach((member, to) => {
      const name = taken[to] ? null : key(member);
      if (name === null) return;
      const queue = free.get(name);
      if (queue) queue.push(to);
      else free.set(name, [to]);
    });
    free.forEach((queue) => queue.reverse());
    before.forEach((member, from) => {
      const name = targets[from] === -1 ? key(member) : null;
      const to = name === null ? undefined : free.get(name)?.pop();
      if (to !== undefined) pair(from, to);
    });
  };
  byKey(({ kind, label }) => (label === null ? null : `${kind} ${label}`));
  byKey(({ kind, group, words }) => `${kind} ${group} ${words.join(' ')}`);
  byKey(({ kind, words }) => `${kind} ${words.join(' ')}`);
  for (const { from, to } of likenesses(before, after, targets, taken))
    if (targets[from] === -1 && !taken[to]) pair(from, to);
  pairByPlace(before, after, targets, taken, pair);
  return targets;
}

/** Pairs of unmatched members with similar words, the most alike first. */
function likenesses(
  before: readonly Member[],
  after: readonly Member[],
  targets: readonly number[],
  taken: readonly boolean[],
): { from: number; to: number; likeness: number }[] {
  const postings = new Map<string, number[]>();
  const counts = after.map((member, to) => {
    const bag = taken[to] ? new Map<string, number>() : countWords(member.words);
    for (const word of bag.keys()) {
      const found = postings.get(word);
      if (found) found.push(to);
      else postings.set(word, [to]);
    }
    return bag;
  });
  return before
    .flatMap((member, from) => {
      if (targets[from] !== -1) return [];
      const bag = countWords(member.words);
      const place = Math.round((from * after.length) / before.length);
      return candidates(bag, postings, place)
        .filter((to) => after[to]?.kind === member.kind)
        .map((to) => ({ from, to, likeness: likeness(bag, counts[to] ?? new Map<string, number>()) }))
        .filter((one) => one.likeness >= ALIKE);
    })
    .sort(
      (a, b) =>
        b.likeness - a.likeness || Math.abs(a.from - a.to) - Math.abs(b.from - b.to) || a.from - b.from,
    );
}

/** Members that share a rare word, those nearest to a place where there are many. */
function candidates(bag: Map<string, number>, postings: Map<string, number[]>, place: number): number[] {
  const lists = [...bag.keys()].flatMap((word) => {
    const found = postings.get(word);
    return found ? [found] : [];
  });
  lists.sort((a, b) => a.length - b.length);
  const near = lists.slice(0, RARE).flatMap((list) => {
    if (list.length <= NEAR) return list;
    const from = Math.max(0, firstFrom(list, place) - NEAR / 2);
    return list.slice(from, from + NEAR);
  });
  return [...new Set(near)];
}

/** The index of the first number of a sorted list that is not below a limit. */
function firstFrom(list: readonly number[], limit: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? limit) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Twice the words in common over all words (Dice): 1 for the same words, 0 for none. */
export function likeness(a: Map<string, number>, b: Map<string, number>): number {
  let [common, all] = [0, 0];
  for (const [word, count] of a) common += Math.min(count, b.get(word) ?? 0);
  for (const bag of [a, b]) for (const count of bag.values()) all += count;
  return all === 0 ? 1 : (2 * common) / all;
}

export function countWords(words: readonly string[]): Map<string, number> {
  const bag = new Map<string, number>();
  for (const word of words) bag.set(word, (bag.get(word) ?? 0) + 1);
  return bag;
}

/** What stands between neighbours that are matched to neighbours; of headings, what heads the same. */
function pairByPlace(
  before: readonly Member[],
  after: readonly Member[],
  targets: readonly number[],
  taken: readonly boolean[],
  pair: (from: number, to: number) => void,
): void {
  const targetOf = (from: number): number =>
    from < 0 ? -1 : from >= before.length ? after.length : (targets[from] ?? -1);
  before.forEach((member, from) => {
    if (targets[from] !== -1 || !member.knownByPlace) return;
    const [previous, next] = [targetOf(from - 1), targetOf(from + 1)];
    const to = next - 1;
    const follows = to === previous + 1 && (previous !== -1 || from === 0);
    const fits = taken[to] === false && after[to]?.kind === member.kind && after[to].knownByPlace;
    if (fits && (follows || member.kind === 'heading')) pair(from, to);
  });
}
