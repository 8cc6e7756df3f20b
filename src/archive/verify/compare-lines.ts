/** Describes the first difference between the lines of two pages. Null if they are equal. */
export function compareLines(actual: string[], expected: string[]): string | null {
  if (actual.join('\n') === expected.join('\n')) return null;
  const [actualLines, expectedLines] = [new Set(actual), new Set(expected)];
  const removed = expected.find((line) => !actualLines.has(line));
  const added = actual.find((line) => !expectedLines.has(line));
  if (removed !== undefined && added !== undefined) return describeChange(removed, added);
  if (removed !== undefined) return `“${shorten(removed)}” has been removed`;
  if (added !== undefined) return `“${shorten(added)}” has been added`;
  return 'the order of its lines has changed';
}

/** Quotes both lines from a little before the place at which they differ. */
function describeChange(removed: string, added: string): string {
  const start = findExcerptStart(removed, countCommonLetters(removed, added));
  const excerpt = (line: string): string => (start > 0 ? '…' : '') + shorten(line.slice(start));
  return `“${excerpt(removed)}” has become “${excerpt(added)}”`;
}

function countCommonLetters(a: string, b: string): number {
  let count = 0;
  while (count < a.length && a[count] === b[count]) count++;
  return count;
}

/** Starts a long excerpt at a word about 20 letters before the difference. */
function findExcerptStart(line: string, difference: number): number {
  return difference > 40 ? line.lastIndexOf(' ', difference - 20) + 1 : 0;
}

function shorten(line: string): string {
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
