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
/** How many texts with one clue, and how many in all, are looked at for each: the time stays linear. */
const NEAR = 24;
const LOOKS = 256;

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
    if (taken[to]) return new Map<string, number>();
    for (const clue of cluesOf(member.words)) {
      const found = postings.get(clue);
      if (found) found.push(to);
      else postings.set(clue, [to]);
    }
    return countWords(member.words);
  });
  return before
    .flatMap((member, from) => {
      if (targets[from] !== -1) return [];
      const bag = countWords(member.words);
      const place = Math.round((from * after.length) / before.length);
      return candidates(cluesOf(member.words), postings, place)
        .filter((to) => after[to]?.kind === member.kind)
        .map((to) => ({ from, to, likeness: likeness(bag, counts[to] ?? new Map<string, number>()) }))
        .filter((one) => one.likeness >= ALIKE);
    })
    .sort(
      (a, b) =>
        b.likeness - a.likeness || Math.abs(a.from - a.to) - Math.abs(b.from - b.to) || a.from - b.from,
    );
}

/** What a reworded text is found again by: its words, and any two that stand together, which few texts share. */
function cluesOf(words: readonly string[]): Set<string> {
  return new Set(words.flatMap((word, at) => [word, `${words[at - 1] ?? ''} ${word}`]));
}

/** Members that share a clue, the rarest first; of many with the same one, those nearest to a place. */
function candidates(clues: Set<string>, postings: Map<string, number[]>, place: number): number[] {
  const lists = [...clues].flatMap((clue) => {
    const found = postings.get(clue);
    return found ? [found] : [];
  });
  lists.sort((a, b) => a.length - b.length);
  const near: number[] = [];
  for (const list of lists) {
    if (near.length >= LOOKS) break;
    const from = list.length <= NEAR ? 0 : Math.max(0, firstFrom(list, place) - NEAR / 2);
    near.push(...list.slice(from, from + NEAR));
  }
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
