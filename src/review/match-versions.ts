import type { Slot } from './proposal.js';
import { removeNumber } from './remove-number.js';

/** A change, and the words that stand in its place. */
interface Change {
  from: number;
  to: number;
  inserted: string;
}

/** The place of a change in the paper's text, and the version of it that the text has. */
export interface MatchedChange extends Slot {
  version: 'before' | 'after';
}

/** A way to read the text up to an offset. */
interface Path {
  at: number;
  last: MatchedChange | null;
  previous: Path | null;
}

/**
 * Reads the paper's text as the returned text, in which each change is made or not. Returns the place of each change, or null if the
 * paper's text differs from it in other ways.
 */
export function matchVersions(
  before: string,
  changes: readonly Change[],
  now: string,
): MatchedChange[] | null {
  const first = before.slice(0, changes[0]?.from ?? before.length);
  const openings = [first, removeNumber(first)].filter((opening) => now.startsWith(opening));
  let paths: Path[] = [...new Set(openings)].map(({ length }) => ({
    at: length,
    last: null,
    previous: null,
  }));
  changes.forEach(({ from, to, inserted }, index) => {
    const kept = before.slice(to, changes[index + 1]?.from ?? before.length);
    const versions = [
      { text: before.slice(from, to), version: 'before' as const },
      { text: inserted, version: 'after' as const },
    ];
    const next = paths.flatMap((path) =>
      versions
        .filter(({ text }) => now.startsWith(text + kept, path.at))
        .map(({ text, version }): Path => {
          const end = path.at + text.length;
          return { at: end + kept.length, last: { from: path.at, to: end, version }, previous: path };
        }),
    );
    // Two ways to one offset read the rest alike.
    paths = [...new Map(next.toReversed().map((path) => [path.at, path])).values()];
  });
  const whole = paths.find(({ at }) => at === now.length);
  return whole ? listChanges(whole) : null;
}

function listChanges(path: Path): MatchedChange[] {
  const changes: MatchedChange[] = [];
  for (let step: Path | null = path; step; step = step.previous) if (step.last) changes.unshift(step.last);
  return changes;
}
