/**
 * Keeps the results of pure functions between builds, so that the preview only computes again what a change affects.
 * The results are the same with and without a cache.
 */
export interface Cache {
  /**
   * Returns the last result under `key` if each dependency is still the same (`===`). Otherwise runs
   * `computation` and keeps its result.
   */
  compute: <T>(key: string, dependencies: readonly unknown[], computation: () => T) => T;
}

/** A cache that keeps nothing, for a single build. */
export const noCache: Cache = { compute: (_key, _dependencies, computation) => computation() };

/** Makes a cache with one result for each key. `evictUnused` drops the results not used since its last call. */
export function makeCache(): Cache & { evictUnused: () => void } {
  let previous = new Map<string, Entry>();
  let current = new Map<string, Entry>();
  return {
    compute: <T>(key: string, dependencies: readonly unknown[], computation: () => T): T => {
      const entry = current.get(key) ?? previous.get(key);
      // The cast is safe because each key is used by one caller, whose results all have one type.
      const result = entry && isSame(entry.dependencies, dependencies) ? (entry.result as T) : computation();
      current.set(key, { dependencies, result });
      return result;
    },
    evictUnused: () => {
      previous = current;
      current = new Map();
    },
  };
}

interface Entry {
  dependencies: readonly unknown[];
  result: unknown;
}

function isSame(before: readonly unknown[], after: readonly unknown[]): boolean {
  return before.length === after.length && after.every((dependency, index) => dependency === before[index]);
}
