import type { Value } from '../model/fragment.js';
import type { Inline } from '../model/inline.js';
import { makeError, type Checked, type Place, type Problem } from '../model/problem.js';
import { suggestName } from '../model/suggest-name.js';
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
  { targets, isComplete, template }: InlineContext,
): Problem | null {
  if (targets.has(label) || !isComplete) return null;
  const what = (['table', 'chart', 'diagram'] as const).find((kind) =>
    template[`${kind}s`].some(({ id }) => id === label),
  );
  if (what)
    return makeError('reference-resolves', place, `the ${what} "${label}" is not in this paper`, {
      hint: `Add a line {{${what} "${label}"}}. Its figures must be on file.`,
    });
  return makeError('reference-resolves', place, `nothing in this paper has the label "${label}"`, {
    expected:
      'the label of a paragraph, section or appendix, or the name of a table, chart or diagram in the paper',
    hint: suggestName(label, [...targets.keys()]),
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
