import type { Value } from '../model/fragment.js';
import type { Inline } from '../model/inline.js';
import { makeError, type Checked, type Place, type Problem } from '../model/problem.js';
import { explainTypedNumber } from '../model/explain-typed-number.js';
import { suggestName } from '../model/suggest-name.js';
import type { Template } from '../model/template.js';
import { hasTypedNumber, parseTypedNumber } from '../model/typed-number.js';
import { formatCitation } from './format-citation.js';
import type { InlineContext } from './inline-context.js';
import type { Target } from './target.js';

type Citation = Extract<Value, { kind: 'citation' }>;

/** Renders a reference. An unknown label is reported and marked on the page, so that it hides no other problem. */
export function renderCitation(citation: Citation, context: InlineContext): Checked<Inline> {
  const { target, to, place } = citation;
  const first = context.targets.get(target);
  const last = to === null ? first : context.targets.get(to);
  if (!first || !last)
    return {
      value: { kind: 'reference', target: null, text: `[${target}?]`, place },
      problems: [target, ...(to === null ? [] : [to])].flatMap(
        (label) => reportUnknownLabel(label, place, context) ?? [],
      ),
    };
  const problem = checkCitation(citation, first, last, context.order);
  const text = formatCitation(first, to === null ? null : last, context.section, context.template);
  return {
    value: {
      kind: 'reference',
      target: first.anchor,
      ...(to !== null && { end: last.anchor }),
      text: text.replace(/ (?=\S+$)/, '\u00a0'), // keeps the number on the line of its word
      place,
    },
    problems: problem ? [problem] : [],
  };
}

function reportUnknownLabel(
  label: string,
  place: Place,
  { targets, isComplete, unplacedLabels, template }: InlineContext,
): Problem | null {
  if (targets.has(label) || !isComplete || unplacedLabels.includes(label)) return null;
  const what = (['table', 'chart', 'diagram'] as const).find((kind) =>
    template[`${kind}s`].some(({ id }) => id === label),
  );
  if (what)
    return makeError('reference-resolves', place, `the ${what} "${label}" is not in this paper`, {
      hint: `Add a line {{${what} "${label}"}}. Its figures must be on file.`,
    });
  return (
    reportTypedNumber(label, place, targets, template) ??
    makeError('reference-resolves', place, `nothing in this paper has the label "${label}"`, {
      expected:
        'the label of a paragraph, section or appendix, or the name of a table, chart or diagram in the paper',
      hint: suggestName(label, [...targets.keys()]) ?? LIST_OF_LABELS,
    })
  );
}

const LIST_OF_LABELS = '`papers labels` lists the labels of the paper.';

/** Reports a number in place of a label, such as "Table 2". Null if the text is not the number of a part. */
function reportTypedNumber(
  typed: string,
  place: Place,
  targets: InlineContext['targets'],
  { words }: Template,
): Problem | null {
  const number = parseTypedNumber(typed, words);
  if (!number) return null;
  const candidates = [...targets]
    .filter(([, target]) => hasTypedNumber(target, number))
    .map(([label, { section }]) => ({
      label,
      section: section.number === null ? `"${section.id}"` : `${words.section} ${section.number}`,
    }));
  if (candidates.length > 0) {
    const { message, expected } = explainTypedNumber(typed, candidates);
    return makeError('reference-resolves', place, message, {
      expected,
      hint: 'A label stays right when numbers change.',
    });
  }
  return makeError('reference-resolves', place, `nothing with a label is ${typed}`, {
    expected: 'a label, such as {{ref "a-label"}}',
    hint: number.kinds.includes('paragraph')
      ? `If there is such a paragraph, begin it with {{label "a-label"}}. ${LIST_OF_LABELS}`
      : LIST_OF_LABELS,
  });
}

/** Reports a reference that resolves but would mislead a reader. `order` is the order of the citing paragraph. */
function checkCitation(
  { to, place, target }: Citation,
  first: Target,
  last: Target,
  order: number | null,
): Problem | null {
  if (first.number === null || last.number === null)
    return makeError(
      'reference-has-number',
      place,
      `"${first.number === null ? target : (to ?? '')}" has no number`,
      { hint: 'Cite a label with a number, or describe the place in words.' },
    );
  if (to !== null && first.kind !== last.kind)
    return makeError('range-is-of-one-kind', place, `the range goes from a ${first.kind} to a ${last.kind}`);
  if (to !== null && first.order >= last.order)
    return makeError('range-goes-forward', place, `"${target}" does not come before "${to}"`, {
      hint: 'Swap the two labels.',
    });
  if (order !== null && first.order <= order && order <= last.order)
    return makeError(
      'reference-leads-elsewhere',
      place,
      to === null ? 'the paragraph cites itself' : 'the range contains the paragraph that cites it',
      { hint: 'End the range before this paragraph.' },
    );
  return null;
}
