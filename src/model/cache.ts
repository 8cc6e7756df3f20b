/**
 * What pure functions gave in earlier builds of a paper, so that the next one makes again only what a change touches. A function
 * of plain data gives the same for the same, so remembering changes how long a build takes and nothing else.
 */
export interface Cache {
  /** What was made last under this key, where the same was given then (each thing `===`); else what `make` makes now. */
  compute: <T>(key: string, given: readonly unknown[], make: () => T) => T;
}

/** For a build that stands alone. */
export const noCache: Cache = { compute: (_key, _given, make) => make() };

/** One result for each key. Those that a whole build did not ask for are forgotten by `nextBuild`, so that it does not grow. */
export function makeCache(): Cache & { evictUnused: () => void } {
  let before = new Map<string, Remembered>();
  let now = new Map<string, Remembered>();
  return {
    compute: <T>(key: string, given: readonly unknown[], make: () => T): T => {
      const known = now.get(key) ?? before.get(key);
      const result = known && isSame(known.given, given) ? (known.result as T) : make();
      now.set(key, { given, result });
      return result;
    },
    evictUnused: () => {
      before = now;
      now = new Map();
    },
  };
}

interface Remembered {
  given: readonly unknown[];
  result: unknown;
}

function isSame(before: readonly unknown[], now: readonly unknown[]): boolean {
  return before.length === now.length && now.every((one, index) => one === before[index]);
}
