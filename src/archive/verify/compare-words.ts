import { joinFirstNames } from '../../format/words.js';
import { countEach } from '../../model/count-each.js';
import { removeRunningLines } from '../../model/remove-running-lines.js';
import type { PdfContent } from './pdf-content.js';

/** The words that only one of two PDFs has, or has more often. */
export interface WordDifference {
  removed: string[];
  added: string[];
}

/**
 * Compares the words of two PDFs without their positions, because another build may lay a paper out differently. Words
 * without a letter are left out: page numbers move with the layout, and figures are compared in figures.csv.
 */
export function compareWords(actual: PdfContent, expected: PdfContent): WordDifference {
  const [actualCounts, expectedCounts] = [countWords(actual), countWords(expected)];
  return {
    removed: findMoreFrequent(expectedCounts, actualCounts),
    added: findMoreFrequent(actualCounts, expectedCounts),
  };
}

function countWords({ pages }: PdfContent): Map<string, number> {
  const words = removeRunningLines(pages).flat().join(' ').split(/\s+/);
  return countEach(words.filter((word) => /\p{L}/u.test(word)));
}

function findMoreFrequent(counts: Map<string, number>, others: Map<string, number>): string[] {
  return [...counts].filter(([word, count]) => count > (others.get(word) ?? 0)).map(([word]) => word);
}

/** The largest number of words that a message lists. */
const MAX_WORDS = 5;

/** Describes the difference between an issued paper and a rebuild of it. */
export function describeWords({ removed, added }: WordDifference): string {
  if (removed.length + added.length === 0) return 'its words are the same';
  return [
    ...(removed.length > 0 ? [`words only in the issued paper: ${joinFirstNames(removed, MAX_WORDS)}`] : []),
    ...(added.length > 0 ? [`words only in the rebuilt paper: ${joinFirstNames(added, MAX_WORDS)}`] : []),
  ].join('; ');
}
