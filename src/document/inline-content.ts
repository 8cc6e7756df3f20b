import type { PhrasingContent, Text as MdText } from 'mdast';
import { sliceText, type Inline, type Text } from '../model/inline.js';
import { suggestName } from '../model/suggest-name.js';
import type { Template } from '../model/template.js';
import { PLACEHOLDER_LENGTH, splitAtPlaceholders } from '../model/placeholder.js';
import type { Fragment, Value } from '../model/fragment.js';
import { findPlace } from '../model/origin.js';
import { makeError, type Place, type Problem } from '../model/problem.js';
import { citeOne, citeRange } from './cite.js';
import type { Target } from './enumerate.js';
import { textOrigins } from './text-origins.js';

type Citation = Extract<Value, { kind: 'citation' }>;

/** Where a run of text stands, and what it may cite. */
export interface Surroundings {
  fragment: Fragment;
  template: Template;
  targets: Map<string, Target>;
  /** Whether every label is known; where markup is missing, a reference that does not resolve may be right. */
  isComplete: boolean;
  section: Target['section'];
  /** The paragraph that the run belongs to: it must not cite itself. Null outside paragraphs. */
  order: number | null;
  report: (problem: Problem) => void;
}

/** A run of Markdown with its values put in. */
export function inlineContent(nodes: readonly PhrasingContent[], around: Surroundings): Inline[] {
  return trimStart(nodes.flatMap((node) => inlineOf(node, around)));
}

function inlineOf(node: PhrasingContent, around: Surroundings): Inline[] {
  switch (node.type) {
    case 'text':
      return textInlines(node, around);
    case 'emphasis':
      return [{ kind: 'emphasis', content: node.children.flatMap((child) => inlineOf(child, around)) }];
    case 'strong':
      return [{ kind: 'strong', content: node.children.flatMap((child) => inlineOf(child, around)) }];
    case 'link':
      return [
        { kind: 'link', url: node.url, content: node.children.flatMap((child) => inlineOf(child, around)) },
      ];
    case 'break':
      return [{ kind: 'break' }];
    default:
      return []; // refused, and reported, when the tree was parsed
  }
}

/** The text of a node with the values in their places. A line break within a paragraph is a space. */
function textInlines(node: MdText, around: Surroundings): Inline[] {
  const value = node.value.replace(/\s*\n\s*/g, ' ');
  const origins = textOrigins({ ...node, value }, around.fragment);
  const whole: Text = { kind: 'text', text: value, origins };
  let offset = 0;
  return splitAtPlaceholders(value).flatMap((part): Inline[] => {
    const from = offset;
    offset += typeof part === 'string' ? part.length : PLACEHOLDER_LENGTH;
    return typeof part === 'string'
      ? [sliceText(whole, from, offset)]
      : valueInlines(around.fragment.values[part], findPlace(origins, from), around);
  });
}

function valueInlines(value: Value | undefined, place: Place, around: Surroundings): Inline[] {
  switch (value?.kind) {
    case 'inlines':
      return value.content.map((inline) => (inline.kind === 'value' ? { ...inline, place } : inline));
    case 'citation':
      return [cite(value, around)];
    case 'insert':
      around.report(
        makeError(
          'insert-stands-alone',
          value.place,
          `{{${value.what} "${value.id}"}} stands within a paragraph`,
          {
            expected: 'a line of its own, with an empty line before and after it',
            hint: `To name it in a sentence write {{ref "${value.id}"}}.`,
          },
        ),
      );
      return [];
    default:
      return [];
  }
}

/** Fills in a reference. One that does not resolve is reported, and marked on the page, so that it hides no other fault. */
function cite(citation: Citation, around: Surroundings): Inline {
  const first = find(citation.target, citation, around);
  const last = citation.to === null ? first : find(citation.to, citation, around);
  if (!first || !last)
    return { kind: 'reference', target: null, text: `[${citation.target}?]`, place: citation.place };
  const complaint = complaintAbout(citation, first, last, around.order);
  if (complaint) around.report(complaint);
  const text =
    citation.to === null
      ? citeOne(first, around.section, around.template)
      : citeRange(first, last, around.section, around.template);
  return {
    kind: 'reference',
    target: first.anchor,
    ...(citation.to !== null && { end: last.anchor }),
    text: text.replace(/ (?=\S+$)/, '\u00a0'),
    place: citation.place,
  };
}

function find(
  label: string,
  { place }: Citation,
  { targets, isComplete, report, template }: Surroundings,
): Target | null {
  const found = targets.get(label);
  if (found || !isComplete) return found ?? null;
  const what = (['table', 'chart', 'diagram'] as const).find((one) =>
    template[`${one}s`].some(({ id }) => id === label),
  );
  report(
    what
      ? makeError('reference-resolves', place, `this paper does not show the ${what} "${label}"`, {
          hint: `A line {{${what} "${label}"}} places it, where its figures are on file.`,
        })
      : makeError('reference-resolves', place, `nothing in this paper has the label "${label}"`, {
          expected:
            'the label of a paragraph, section or appendix, or the name of a table, chart or diagram that the paper places',
          hint: suggestName(label, [...targets.keys()]),
        }),
  );
  return null;
}

function complaintAbout(
  { to, place, target }: Citation,
  first: Target,
  last: Target,
  order: number | null,
): Problem | null {
  if (first.number === null || last.number === null)
    return makeError(
      'reference-has-number',
      place,
      `"${first.number === null ? target : (to ?? '')}" is not numbered`,
      {
        hint: 'Cite something that has a number, or name it in words.',
      },
    );
  if (to !== null && first.kind !== last.kind)
    return makeError('range-is-of-one-kind', place, `the range goes from a ${first.kind} to a ${last.kind}`);
  if (to !== null && first.order >= last.order)
    return makeError('range-goes-forward', place, `"${target}" does not stand before "${to}"`, {
      hint: 'Exchange the two labels.',
    });
  if (order !== null && first.order <= order && order <= last.order)
    return makeError(
      'reference-leads-elsewhere',
      place,
      to === null ? 'the paragraph cites itself' : 'the range contains the paragraph that cites it',
      {
        hint: 'End the range before this paragraph.',
      },
    );
  return null;
}

/** A label's placeholder stands before the paragraph's first word, with or without a space. */
function trimStart(content: Inline[]): Inline[] {
  const [first, ...rest] = content;
  if (first?.kind !== 'text') return content;
  const blank = first.text.length - first.text.trimStart().length;
  return blank === first.text.length ? trimStart(rest) : [sliceText(first, blank), ...rest];
}
