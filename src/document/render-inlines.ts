import type { FootnoteReference, PhrasingContent, Text as MdText } from 'mdast';
import type { Value } from '../model/fragment.js';
import { sliceText, toPlainText, type Inline, type Text } from '../model/inline.js';
import { flattenChecked, mapChecked } from '../model/join-checked.js';
import { findPlace } from '../model/origin.js';
import { PLACEHOLDER_LENGTH, splitAtPlaceholders } from '../model/placeholder.js';
import { makeError, type Checked, type Place } from '../model/problem.js';
import type { InlineContext } from './inline-context.js';
import { isInlineNode, type InlineNode } from './markdown-support.js';
import type { Insert } from './node-values.js';
import { getNodePlace } from './parse-markdown.js';
import { renderCitation } from './render-citation.js';
import { findTextOrigins } from './find-text-origins.js';

/** Renders a run of Markdown, with its values in place. */
export function renderInlines(nodes: readonly PhrasingContent[], context: InlineContext): Checked<Inline[]> {
  return mapChecked(renderNodes(nodes, context), removeExtraSpaces);
}

/** Other nodes were reported when the Markdown was parsed. */
function renderNodes(nodes: readonly PhrasingContent[], context: InlineContext): Checked<Inline[]> {
  return flattenChecked(nodes.filter(isInlineNode).map((node) => renderNode(node, context)));
}

function renderNode(node: InlineNode, context: InlineContext): Checked<Inline[]> {
  switch (node.type) {
    case 'text':
      return renderText(node, context);
    case 'emphasis':
    case 'strong': {
      const kind = node.type;
      return mapChecked(renderNodes(node.children, context), (content) => [{ kind, content }]);
    }
    case 'link': {
      const { url } = node;
      return mapChecked(renderNodes(node.children, context), (content) => [{ kind: 'link', url, content }]);
    }
    case 'break':
      return { value: [{ kind: 'break' }], problems: [] };
    case 'footnoteReference':
      return { value: renderFootnoteMark(node, context), problems: [] };
    default:
      return node satisfies never;
  }
}

/** A mark without a footnote was reported when the Markdown was parsed. */
function renderFootnoteMark(node: FootnoteReference, { footnotes, fragment }: InlineContext): Inline[] {
  const footnote = footnotes.get(node.identifier);
  if (!footnote) return [];
  const { number, anchor, firstMark } = footnote;
  return [
    {
      kind: 'footnote',
      number,
      target: anchor,
      isFirst: node === firstMark,
      place: getNodePlace(node, fragment),
    },
  ];
}

/** Renders text with its values in place. A line break inside a paragraph becomes a space. */
function renderText(node: MdText, context: InlineContext): Checked<Inline[]> {
  const text = node.value.replace(/(?<!\s)\s*\n\s*/g, ' ');
  const origins = findTextOrigins({ ...node, value: text }, context.fragment);
  const whole: Text = { kind: 'text', text, origins };
  let offset = 0;
  return flattenChecked(
    splitAtPlaceholders(text).map((part): Checked<Inline[]> => {
      const from = offset;
      offset += typeof part === 'string' ? part.length : PLACEHOLDER_LENGTH;
      return typeof part === 'string'
        ? { value: [sliceText(whole, from, offset)], problems: [] }
        : renderValue(getValue(part, context), findPlace(origins, from), context);
    }),
  );
}

function getValue(index: number, { fragment }: InlineContext): Value {
  const value = fragment.values[index];
  if (!value) throw new Error('a placeholder has no value');
  return value;
}

function renderValue(value: Value, place: Place, context: InlineContext): Checked<Inline[]> {
  switch (value.kind) {
    case 'inlines':
      return { value: value.content.map((inline) => addPlace(inline, place)), problems: [] };
    case 'citation':
      return mapChecked(renderCitation(value, context), (reference) => [reference]);
    case 'insert':
      return refuseInsert(value);
    case 'key-figures':
      return refuseKeyFigures(value.place);
    case 'label':
    case 'unnumbered':
    case 'left-out':
      return { value: [], problems: [] }; // read when the paragraphs were numbered
    default:
      return value satisfies never;
  }
}

function addPlace(inline: Inline, place: Place): Inline {
  return inline.kind === 'value' ? { ...inline, place } : inline;
}

function refuseInsert({ what, id, place }: Insert): Checked<Inline[]> {
  const problem = makeError('insert-stands-alone', place, `{{${what} "${id}"}} is inside a paragraph`, {
    expected: 'a line of its own, with an empty line before and after it',
    hint: `To name it in a sentence write {{ref "${id}"}}.`,
  });
  return { value: [], problems: [problem] };
}

function refuseKeyFigures(place: Place): Checked<Inline[]> {
  const problem = makeError('insert-stands-alone', place, '{{key-figures …}} is inside a paragraph', {
    expected: 'a line of its own, with an empty line before and after it',
  });
  return { value: [], problems: [problem] };
}

/** Removes spaces at the start, and spaces behind a space: the value between them printed nothing, as a label does. */
function removeExtraSpaces(content: Inline[]): Inline[] {
  let isAfterSpace = true;
  return content.flatMap((inline) => {
    const kept = isAfterSpace && inline.kind === 'text' ? trimStart(inline) : inline;
    if (kept.kind === 'text' && kept.text === '') return [];
    isAfterSpace = toPlainText([kept]).endsWith(' ');
    return [kept];
  });
}

function trimStart(text: Text): Text {
  return sliceText(text, text.text.length - text.text.trimStart().length);
}
