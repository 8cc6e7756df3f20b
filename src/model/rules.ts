import { BUILD_RULES } from './build-rules.js';
import { CHECK_RULES, type CheckRule } from './check-rules.js';
import { ISSUE_RULES } from './issue-rules.js';
import type { Rule } from './rule.js';

export type RuleId = keyof typeof BUILD_RULES | keyof typeof ISSUE_RULES | CheckRule;

interface ListedRule extends Rule {
  id: RuleId;
  canBeSet: boolean;
}

/** Every rule, in the order of the stages that apply them. */
export const RULES: readonly ListedRule[] = [
  ...listRules({ ...BUILD_RULES, ...ISSUE_RULES }, false),
  ...listRules(CHECK_RULES, true),
];

function listRules(rules: Partial<Record<RuleId, Rule>>, canBeSet: boolean): ListedRule[] {
  // The cast restores the type of the keys, which `Object.entries` widens to `string`.
  return (Object.entries(rules) as [RuleId, Rule][]).map(([id, rule]) => ({ id, ...rule, canBeSet }));
}
