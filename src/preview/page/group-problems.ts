import type { ListedProblem } from '../preview-state.js';

/** Problems of one rule and severity. */
export interface ProblemGroup {
  severity: ListedProblem['severity'];
  rule: string;
  problems: ListedProblem[];
}

/** The fewest problems of one rule that are shown as a group. */
const MIN_GROUP = 3;

/** Groups the many problems of one rule. A group stands at the place of its first problem. Other problems stay single. */
export function groupProblems(problems: readonly ListedProblem[]): (ListedProblem | ProblemGroup)[] {
  const groups = new Map<string, ProblemGroup>();
  for (const problem of problems) {
    const { severity, rule } = problem;
    const key = `${severity} ${rule}`;
    const group = groups.get(key) ?? { severity, rule, problems: [] };
    group.problems.push(problem);
    groups.set(key, group);
  }
  return problems.flatMap((problem): (ListedProblem | ProblemGroup)[] => {
    const group = groups.get(`${problem.severity} ${problem.rule}`);
    if (!group || group.problems.length < MIN_GROUP) return [problem];
    return group.problems[0] === problem ? [group] : [];
  });
}
