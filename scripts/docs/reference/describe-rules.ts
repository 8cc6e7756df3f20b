import { markup, type Html } from '../../../src/markup/markup.js';
import { RULES } from '../../../src/model/rules.js';
import type { ReferencePage } from '../site-page.js';
import { findRuleExamples, type Edit, type RuleExample } from './find-rule-examples.js';
import { showCode } from './show-example.js';

/** Makes the page of all rules. Its examples are those of the tests, and their messages those of the program. */
export async function describeRules(): Promise<ReferencePage> {
  const examples = await findRuleExamples(RULES.map(({ id }) => id));
  const groups = [
    { id: 'rules-about-content', title: 'Rules about content', isOf: (canBeSet: boolean) => canBeSet },
    { id: 'rules-that-always-hold', title: 'Rules that always hold', isOf: (canBeSet: boolean) => !canBeSet },
  ];
  return {
    id: 'rules',
    body: markup`${groups.map(
      ({ id, title, isOf }) => markup`<h2 id="${id}">${title}</h2>
${RULES.filter(({ canBeSet }) => isOf(canBeSet)).map(
  (
    rule,
  ) => markup`<h3 id="${rule.id}"><code>${rule.id}</code> <span class="severity ${rule.severity}">${rule.severity}</span></h3>
<p>${rule.source}.</p>
${showRuleExample(examples.get(rule.id))}`,
)}`,
    )}`,
  };
}

function showRuleExample(example: RuleExample | undefined): Html | null {
  if (!example) return null;
  const { name, edits, problem } = example;
  const advice = [
    `${problem.severity}: ${problem.message}`,
    problem.expected === undefined ? null : `expected: ${problem.expected}`,
    problem.hint === undefined ? null : `hint: ${problem.hint}`,
  ].filter((line) => line !== null);
  return markup`<p>For example, it ${name}:</p>
<div class="example">${edits.map(
    (edit) => markup`<p class="source-name">${edit.file}</p>
${showCode(formatEdit(edit))}
`,
  )}<figure><figcaption>What the program says</figcaption>
${showCode(advice.join('\n'))}</figure></div>
`;
}

/** Formats a change as lines with − and +. */
function formatEdit({ before, after }: Edit): string {
  if (after === null) return 'The file is removed.';
  return [...mark(before ?? '', '−'), ...mark(after, '+')].join('\n');
}

function mark(text: string, sign: string): string[] {
  const whole = text.replace(/\n+$/, '');
  return whole === '' ? [] : whole.split('\n').map((line) => `${sign} ${line}`);
}
