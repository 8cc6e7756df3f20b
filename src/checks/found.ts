import { makeError, type Problem } from '../model/problem.js';
import { CHECK_RULES, type CheckRule } from '../model/check-rules.js';

/** What a check found, as grave as the rule says of itself. */
export function found(
  rule: CheckRule,
  ...[place, message, advice]: Tail<Parameters<typeof makeError>>
): Problem {
  return { ...makeError(rule, place, message, advice), severity: CHECK_RULES[rule].severity };
}

type Tail<T extends unknown[]> = T extends [unknown, ...infer Rest] ? Rest : never;

/** What a draft may still lack is only warned of. */
export function inDraft(problem: Problem): Problem {
  return { ...problem, severity: 'warning' };
}

/** "1 figure is", "5 figures are". */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
