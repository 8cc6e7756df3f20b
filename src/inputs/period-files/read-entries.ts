import type { Checked } from '../../model/problem.js';

/** Reads the entries of a map. Leaves out those that cannot be used, for which `read` returns null and the problem. */
export function readEntries<Raw, T>(
  raw: Readonly<Record<string, Raw>> | null | undefined,
  read: (key: string, raw: Raw) => Checked<T | null>,
): Checked<Record<string, T>> {
  const results = Object.entries(raw ?? {}).map(([key, entry]) => ({ key, ...read(key, entry) }));
  return {
    value: Object.fromEntries(
      results.flatMap(({ key, value }) => (value === null ? [] : [[key, value] as const])),
    ),
    problems: results.flatMap(({ problems }) => problems),
  };
}
