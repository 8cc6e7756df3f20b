import type { PdfContent } from './read-pdf.js';

/**
 * The words that one PDF has more often than the other, whatever page and line they stand on: for papers that two builds of the
 * tool have laid out. What has no letter is left to figures.csv, since page numbers move with the layout.
 */
export function compareWords(now: PdfContent, before: PdfContent): { gone: string[]; come: string[] } {
  const [are, were] = [countWords(now), countWords(before)];
  return { gone: more(were, are), come: more(are, were) };
}

function countWords({ pages }: PdfContent): Map<string, number> {
  const furniture = repeatedLines(pages);
  const lines = pages.flatMap((page) => page.lines.filter((line) => !furniture.has(withoutDigits(line))));
  const counts = new Map<string, number>();
  for (const word of lines.join(' ').split(/\s+/))
    if (/\p{L}/u.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Heads and feet: lines that more than half of the pages have, but for their numbers. */
function repeatedLines(pages: PdfContent['pages']): Set<string> {
  const counts = new Map<string, number>();
  for (const page of pages)
    for (const line of new Set(page.lines.map(withoutDigits))) counts.set(line, (counts.get(line) ?? 0) + 1);
  return new Set(
    [...counts].filter(([, count]) => count > 1 && count > pages.length / 2).map(([line]) => line),
  );
}

function withoutDigits(line: string): string {
  return line.replace(/\d+/g, '#');
}

function more(first: Map<string, number>, second: Map<string, number>): string[] {
  return [...first].filter(([word, count]) => count > (second.get(word) ?? 0)).map(([word]) => word);
}

/** The comparison in a sentence. */
export function describeWords({ gone, come }: { gone: string[]; come: string[] }): string {
  if (gone.length + come.length === 0) return 'its words are the same';
  const some = (words: string[]): string =>
    words.length > 5 ? `${words.slice(0, 5).join(', ')} and ${words.length - 5} more` : words.join(', ');
  return [
    ...(gone.length > 0 ? [`words only in the one issued: ${some(gone)}`] : []),
    ...(come.length > 0 ? [`words only in the one made again: ${some(come)}`] : []),
  ].join('; ');
}
