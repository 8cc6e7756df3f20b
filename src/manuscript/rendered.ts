import type { Checked, Place } from '../model/problem.js';

/** The result of rendering markup. */
export interface Rendered<T> extends Checked<T> {
  /** False if some markup could not be compiled and was left out. */
  isComplete: boolean;
  /** The groups of narrative that the markup asked for, in its order. The paper may not have them. */
  placed: PlacedNarrative[];
}

/** A group of narrative, with the place of the `{{narrative}}` that prints it. */
export interface PlacedNarrative {
  group: string;
  place: Place;
}

/** Wraps a value that needed no rendering. */
export function withoutProblems<T>(value: T): Rendered<T> {
  return { value, problems: [], isComplete: true, placed: [] };
}

/** Changes the value of a result and keeps the rest. */
export function mapRendered<T, U>(rendered: Rendered<T>, change: (value: T) => U): Rendered<U> {
  return { ...rendered, value: change(rendered.value) };
}

/** Joins a list of results into the result of a list. */
export function joinRendered<T>(parts: readonly Rendered<T>[]): Rendered<T[]> {
  return {
    value: parts.map(({ value }) => value),
    problems: parts.flatMap(({ problems }) => problems),
    isComplete: parts.every(({ isComplete }) => isComplete),
    placed: parts.flatMap(({ placed }) => placed),
  };
}

/** Joins a record of results into the result of a record. */
export function joinRenderedFields<T extends object>(parts: { [K in keyof T]: Rendered<T[K]> }): Rendered<T> {
  const entries = Object.entries<Rendered<unknown>>(parts);
  const values = entries.map(([key, { value }]) => [key, value]);
  return {
    ...joinRendered(entries.map(([, part]) => part)),
    value: Object.fromEntries(values) as T, // each key has the value of its part
  };
}
