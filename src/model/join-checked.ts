import type { Checked } from './problem.js';

/** Joins the values of several results into one list, and their problems into another. Keeps their order. */
export function joinChecked<T>(results: readonly Checked<T>[]): Checked<T[]> {
  return {
    value: results.map(({ value }) => value),
    problems: results.flatMap(({ problems }) => problems),
  };
}

/** Joins the lists of several results into one list. Keeps their order. */
export function flattenChecked<T>(results: readonly Checked<readonly T[]>[]): Checked<T[]> {
  const { value, problems } = joinChecked(results);
  return { value: value.flat(), problems };
}

/** Replaces the value of a result and keeps its problems. */
export function mapChecked<T, U>({ value, problems }: Checked<T>, change: (value: T) => U): Checked<U> {
  return { value: change(value), problems };
}

/** Joins results by name. The value is null if any of their values is null. */
export function joinRequired<T extends Record<string, unknown>>(results: {
  [K in keyof T]: Checked<T[K] | null>;
}): Checked<T | null> {
  const named = Object.entries<Checked<unknown>>(results);
  const { value: values, problems } = joinChecked(named.map(([, result]) => result));
  if (values.includes(null)) return { value: null, problems };
  // `Object.fromEntries` loses which name has which type; each value has the type of its result without null.
  return { value: Object.fromEntries(named.map(([name, { value }]) => [name, value])) as T, problems };
}
