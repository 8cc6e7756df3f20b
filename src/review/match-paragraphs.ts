import { measureSimilarity } from '../compare/align/measure-similarity.js';
import { countEach } from '../model/count-each.js';
import { groupBy } from '../model/group-by.js';
import { makeBookmarkName } from '../word/make-bookmark-name.js';
import type { Passage } from './passage.js';
import { removeNumber } from './remove-number.js';
import type { ReturnedParagraph } from './word-text.js';

/** The passage of the paper that a paragraph of the returned file is. */
export interface Match {
  passage: Passage;
  /** The sure way comes first. `similar` means that the bookmark is lost and the words have changed. */
  by: 'bookmark' | 'text' | 'similar';
}

/** The lowest similarity of a paragraph that has lost its bookmark. Below it, the paragraph counts as unknown. */
const MIN_SIMILARITY = 0.5;

/** The lowest similarity of a paragraph with a bookmark: it says which entry, and the words say which paragraph of it. */
const MIN_IN_ENTRY = 0.2;

/** Matches the paragraphs of a returned file with the passages of the paper. Null for a paragraph that the paper does not have. */
export function matchParagraphs(
  paragraphs: readonly ReturnedParagraph[],
  all: readonly Passage[],
): (Match | null)[] {
  const passages = all.filter(({ text }) => text.trim() !== '');
  const byBookmark = groupBy(
    passages.filter(({ label }) => label !== null),
    ({ label }) => makeBookmarkName(label ?? '').toLowerCase(),
  );
  const byText = groupBy(passages, ({ text }) => text.trim());
  const order = new Map(passages.map((passage, index) => [passage, index]));
  const used = new Set<Passage>();
  let last = -1;
  /** Repeated texts, such as cells, are matched in their order. */
  const takeNext = (candidates: readonly Passage[]): Passage | null => {
    const free = candidates.filter((passage) => !used.has(passage));
    return free.find((passage) => (order.get(passage) ?? 0) > last) ?? free[0] ?? null;
  };
  const find = (paragraph: ReturnedParagraph): Match | null => {
    const text = paragraph.before.trim();
    if (text === '') return null;
    const inEntry = paragraph.bookmarks.flatMap((name) => byBookmark.get(name.toLowerCase()) ?? []);
    const same = takeNext(inEntry.filter((passage) => isSame(text, passage.text.trim())));
    if (same) return { passage: same, by: 'bookmark' };
    const texts = [text, paragraph.after].filter((version) => version.trim() !== '');
    const named = findSimilar(texts, inEntry, MIN_IN_ENTRY);
    if (named) return { passage: named, by: 'bookmark' };
    const equal = takeNext([...(byText.get(text) ?? []), ...(byText.get(paragraph.after.trim()) ?? [])]);
    if (equal) return { passage: equal, by: 'text' };
    if (paragraph.hunks.length === 0 && paragraph.comments.length === 0) return null;
    const free = passages.filter((passage) => !used.has(passage));
    const inList = free.filter(({ kind, label }) => kind === 'list' && label === passages[last]?.label);
    const item = paragraph.isInList ? findSimilar(texts, inList, MIN_IN_ENTRY) : null;
    if (item) return { passage: item, by: 'text' };
    const similar = findSimilar(texts, free, MIN_SIMILARITY);
    return similar && { passage: similar, by: 'similar' };
  };
  return paragraphs.map((paragraph) => {
    const match = find(paragraph);
    if (!match) return null;
    used.add(match.passage);
    last = order.get(match.passage) ?? last;
    return match;
  });
}

function isSame(returned: string, printed: string): boolean {
  return printed !== '' && (returned === printed || removeNumber(returned) === printed);
}

/** Finds the passage that is most similar to the text before or after the changes, if it is similar enough. */
function findSimilar(
  texts: readonly string[],
  candidates: readonly Passage[],
  least: number,
): Passage | null {
  const words = texts.map(countWords);
  let best: Passage | null = null;
  let highest = least;
  for (const passage of candidates) {
    const counts = countWords(passage.text);
    const similarity = Math.max(...words.map((wanted) => measureSimilarity(wanted, counts)));
    if (similarity <= highest) continue;
    best = passage;
    highest = similarity;
  }
  return best;
}

function countWords(text: string): Map<string, number> {
  return countEach(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}
