import { makeError, type Problem } from '../model/problem.js';
import { CHECK_RULES, type CheckRule } from '../model/check-rules.js';

/** Makes a problem with the default severity of its rule. */
export function reportProblem(
  rule: CheckRule,
  ...[place, message, advice]: Tail<Parameters<typeof makeError>>
): Problem {
  return { ...makeError(rule, place, message, advice), severity: CHECK_RULES[rule].severity };
}

type Tail<T extends unknown[]> = T extends [unknown, ...infer Rest] ? Rest : never;

/** Turns a problem into a warning: a draft may still be incomplete. */
export function toWarning(problem: Problem): Problem {
  return { ...problem, severity: 'warning' };
}
