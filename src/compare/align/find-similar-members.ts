import { countEach } from '../../model/count-each.js';
import { measureSimilarity } from './measure-similarity.js';
import type { Match, Matching } from './matching.js';

interface SimilarPair extends Match {
  similarity: number;
}

/** The lowest similarity of two texts that count as one reworded text. */
const MIN_SIMILARITY = 0.5;
/** Limits to the candidates for each member, with one clue and in all. They keep the time linear. */
const MAX_PER_CLUE = 24;
const MAX_CANDIDATES = 256;

/** Pairs unmatched members with similar words, the most similar first, then the nearest. */
export function findSimilarMembers(matching: Matching): Match[] {
  const index = indexByClue(matching);
  const wordCounts = matching.after.map(({ words }, to) => countEach(matching.isTaken[to] ? [] : words));
  return matching.before
    .flatMap((_, from) =>
      matching.targets[from] === -1 ? listSimilar(matching, from, index, wordCounts) : [],
    )
    .sort(
      (a, b) =>
        b.similarity - a.similarity || Math.abs(a.from - a.to) - Math.abs(b.from - b.to) || a.from - b.from,
    );
}

function listSimilar(
  { before, after }: Matching,
  from: number,
  index: Map<string, number[]>,
  wordCounts: readonly Map<string, number>[],
): SimilarPair[] {
  const { kind, words } = before[from] ?? { kind: '', words: [] };
  const counts = countEach(words);
  const place = Math.round((from * after.length) / before.length);
  return findCandidates(listClues(words), index, place)
    .filter((to) => after[to]?.kind === kind)
    .map((to) => ({ from, to, similarity: measureSimilarity(counts, wordCounts[to] ?? countEach([])) }))
    .filter(({ similarity }) => similarity >= MIN_SIMILARITY);
}

/** The unmatched members of `after` that have each clue, in order. */
function indexByClue({ after, isTaken }: Matching): Map<string, number[]> {
  const index = new Map<string, number[]>();
  after.forEach(({ words }, to) => {
    if (isTaken[to]) return;
    for (const clue of listClues(words)) {
      const members = index.get(clue);
      if (members) members.push(to);
      else index.set(clue, [to]);
    }
  });
  return index;
}

/** Lists the words of a text and its pairs of neighbouring words. Few texts share a pair. */
function listClues(words: readonly string[]): Set<string> {
  return new Set(words.flatMap((word, at) => [word, `${words[at - 1] ?? ''} ${word}`]));
}

/** Finds members that share a clue, the rarest clue first. If many share it, takes those nearest to a place. */
function findCandidates(clues: Set<string>, index: Map<string, number[]>, place: number): number[] {
  const lists = [...clues].flatMap((clue) => {
    const members = index.get(clue);
    return members ? [members] : [];
  });
  lists.sort((a, b) => a.length - b.length);
  const candidates: number[] = [];
  for (const list of lists) {
    if (candidates.length >= MAX_CANDIDATES) break;
    const start =
      list.length <= MAX_PER_CLUE ? 0 : Math.max(0, findFirstFrom(list, place) - MAX_PER_CLUE / 2);
    candidates.push(...list.slice(start, start + MAX_PER_CLUE));
  }
  return [...new Set(candidates)];
}

/** Finds the index of the first number in a sorted list that is not below a limit. */
function findFirstFrom(list: readonly number[], limit: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? limit) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
