import type { Problem } from '../../model/problem.js';
import type { RuleId } from '../../model/rules.js';

type Advice = Pick<Problem, 'expected' | 'hint'>;

/**
 * Advice for authors who write in a word processor, by rule. It replaces advice on YAML and templates. An empty entry takes the
 * advice away.
 */
const ADVICE: Partial<Record<RuleId, Advice>> = {
  'acronym-expanded': {
    hint: 'Write its words in full where it first stands: Metropolitan Police Service (MPS). A name may stay as it is.',
  },
  'acronym-expanded-once': { hint: 'Write only the acronym after its first use.' },
  'change-recomputes': { hint: 'Correct the change or its two figures. If they are rounded, say so.' },
  'figure-described': {
    expected: 'a sentence or two that say what the picture shows',
    hint: 'In Word: right-click the picture, View Alt Text. Mark a decoration as decorative.',
  },
  'headings-in-order': { hint: 'Use the heading styles in their order: Heading 2 below Heading 1.' },
  'mark-has-note': { hint: 'Explain the mark in a note under the table.' },
  'placeholder-is-filled': { hint: 'Fill it in, or say who will provide it and by when.' },
  'running-text-is-plain': { hint: 'Capitals and long italics are hard to read. For emphasis use bold.' },
  'shares-have-note': { hint: 'Say that they are rounded, or correct them.' },
  'sign-agrees-with-word': { hint: 'Write the number without its sign.' },
  'significance-has-test': {
    expected: 'the test, the interval or the number of people asked',
    hint: 'In the everyday sense, write "large" or "marked" instead.',
  },
  'sum-recomputes': { hint: 'Correct the numbers, or say what else is counted.' },
  'ties-share-rank': { expected: 'a shared rank, such as 30=' },
};

/** Replaces the advice of a problem by that for a word processor. */
export function adviseOutside(problem: Problem): Problem {
  const advice = ADVICE[problem.rule];
  if (!advice) return problem;
  const { severity, rule, message, place } = problem;
  const expected =
    problem.expected === undefined || isForTemplates(problem.expected) ? undefined : problem.expected;
  return {
    severity,
    rule,
    message,
    ...(place && { place }),
    ...(expected !== undefined && { expected }),
    ...advice,
  };
}

function isForTemplates(text: string): boolean {
  return /\{\{|^#|alternative:|fig-alt|^a note under/.test(text);
}
