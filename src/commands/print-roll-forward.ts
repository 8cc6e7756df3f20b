import { formatDate } from '../format/dates.js';
import type { NextFile } from '../roll-forward/make-next-files.js';
import type { RollForwardPlan } from '../roll-forward/plan-roll-forward.js';
import { formatPath } from './format-path.js';
import { print, printJson } from './print.js';

interface RollForwardPrint {
  root: string;
  /** Nothing was written: the plan is printed as one. */
  isDryRun: boolean;
}

/** Prints the new files of a roll-forward, the facts that the author must know, and the next command. */
export function printRollForward(
  plan: RollForwardPlan,
  files: readonly NextFile[],
  { root, isDryRun }: RollForwardPrint,
): void {
  const { meeting, deadline, notice } = plan;
  const paths = files.map(({ name }) => formatPath(root, getPath(name, plan)));
  const width = Math.max(...paths.map((path) => path.length));
  files.forEach(({ work }, index) =>
    print(`${isDryRun ? 'would make' : 'made'} ${(paths[index] ?? '').padEnd(width)}  ${work}`),
  );
  for (const name of plan.kept)
    print(`${isDryRun ? 'would keep' : 'kept'} ${formatPath(root, getPath(name, plan))} unchanged`);
  printTabling(plan, { root, isDryRun });
  print(`\nMeeting:     ${formatDate(meeting.date)}, ${meeting.committee.name}`);
  if (deadline !== null) print(`Publish by:  ${formatDate(deadline)}, ${notice ?? ''} before it`);
  for (const remark of plan.remarks) print(`Note:        ${remark}`);
  if (isDryRun) print('\nNothing was made, because --dry-run is set.');
  else print(`\nNext: papers build ${plan.period.id} ${plan.paper}`);
}

/** Prints the new files of a roll-forward as JSON, for other programs. */
export function printRollForwardJson(
  plan: RollForwardPlan,
  files: readonly NextFile[],
  isDryRun: boolean,
): void {
  printJson({
    ...plan,
    period: plan.period.id,
    from: plan.from.id,
    ...(isDryRun && { dryRun: true }),
    files: undefined,
    made: files.map(({ name }) => getPath(name, plan)),
    kept: plan.kept.map((name) => getPath(name, plan)),
  });
}

function printTabling({ tabling, meeting }: RollForwardPlan, { root, isDryRun }: RollForwardPrint): void {
  if (!tabling) return;
  print(
    [
      `in ${formatPath(root, 'data/meetings.yaml')}: ${isDryRun ? 'would add' : 'added'}${tabling.meetingIsNew ? '' : ' to'} the meeting ${meeting.id}`,
      ...tabling.papers.map(({ id }) => `  ${id}, with no report number yet`),
      ...(isDryRun ? [] : ['Check these entries, and add the report numbers when you know them.']),
    ].join('\n'),
  );
}

function getPath(name: string, { period }: RollForwardPlan): string {
  return `data/${period.id}/${name}`;
}
