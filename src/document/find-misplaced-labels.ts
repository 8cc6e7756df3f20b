import type { Root, RootContent } from 'mdast';
import type { Fragment, Value } from '../model/fragment.js';
import { PLACEHOLDER_LENGTH, splitAtPlaceholders } from '../model/placeholder.js';
import { makeError, type Problem } from '../model/problem.js';
import { listTextValues } from './node-values.js';
import { getNodePlace, walkNodes } from './parse-markdown.js';

/** Reports a `{{label}}` or `{{unnumbered}}` after a paragraph's first word, where it would have no effect. */
export function findMisplacedLabels(tree: Root, fragment: Fragment): Problem[] {
  return tree.children.flatMap((node) =>
    listLaterValues(node, fragment).flatMap((value) => reportMisplaced(value, node, fragment) ?? []),
  );
}

function reportMisplaced(value: Value, node: RootContent, fragment: Fragment): Problem | null {
  if (value.kind !== 'label' && value.kind !== 'unnumbered') return null;
  const [mark, place] =
    value.kind === 'label'
      ? [`the label "${value.label}"`, value.place]
      : ['{{unnumbered}}', getNodePlace(node, fragment)];
  return makeError('label-begins-paragraph', place, `${mark} is not at the start of a paragraph`, {
    hint: 'Put it before the first word of the paragraph.',
  });
}

/** Lists the values of a node. In a paragraph, values before the first word are left out. */
function listLaterValues(node: RootContent, fragment: Fragment): Value[] {
  const texts = [...walkNodes(node)].flatMap((child) => (child.type === 'text' ? [child.value] : []));
  const startsWithText = node.type === 'paragraph' && node.children[0]?.type === 'text';
  const [first = '', ...rest] = startsWithText ? texts : ['', ...texts];
  return [skipToFirstWord(first), ...rest].flatMap((text) => listTextValues(text, fragment));
}

function skipToFirstWord(text: string): string {
  const parts = splitAtPlaceholders(text);
  const index = parts.findIndex((part) => typeof part === 'string' && part.trim() !== '');
  const opening = parts.slice(0, index < 0 ? parts.length : index);
  const length = opening.reduce<number>(
    (sum, part) => sum + (typeof part === 'string' ? part.length : PLACEHOLDER_LENGTH),
    0,
  );
  return text.slice(length);
}
