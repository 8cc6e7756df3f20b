import type { RuleId, Severity } from './rules.js';

/** Where something stands in an author's file. Lines and columns count from 1. */
export interface Place {
  file: string;
  line: number;
  column: number;
}

/** "data/meetings.yaml:12:7", as editors and terminals take it. */
export function formatPlace({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}

/** A fault in what an author wrote. Faults are collected, never thrown, so that the author sees all of a stage's at once. */
export interface Problem {
  severity: Severity;
  /** Named for what must be true: `reference-resolves`, `key-is-known`. */
  rule: RuleId;
  /** What was found. */
  message: string;
  place?: Place;
  expected?: string;
  hint?: string;
}

/** A stage's result together with the faults that it found on the way. */
export interface Checked<T> {
  value: T;
  problems: Problem[];
}

export function isError(problem: Problem): boolean {
  return problem.severity === 'error';
}

/** Makes an error; `place` may be unknown where a file is missing altogether. */
export function makeError(
  rule: RuleId,
  place: Place | undefined,
  message: string,
  advice: { expected?: string | undefined; hint?: string | undefined } = {},
): Problem {
  return {
    severity: 'error',
    rule,
    message,
    ...(place && { place }),
    ...(advice.expected && { expected: advice.expected }),
    ...(advice.hint && { hint: advice.hint }),
  };
}

/** Makes a warning: like `fault`, but the paper can be built with it. */
export function makeWarning(...[rule, place, message, advice]: Parameters<typeof makeError>): Problem {
  return { ...makeError(rule, place, message, advice), severity: 'warning' };
}
