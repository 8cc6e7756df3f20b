import type { Root, RootContent } from 'mdast';
import { splitAtPlaceholders } from '../model/placeholder.js';
import type { Fragment, Value } from '../model/fragment.js';
import { makeError, type Problem } from '../model/problem.js';
import { placeOf, walk } from './parse-markdown.js';

/** `{{label}}` and `{{unnumbered}}` speak of the paragraph that they begin. Anywhere else they would do nothing. */
export function misplacedLabels(tree: Root, fragment: Fragment): Problem[] {
  return tree.children.flatMap((node) =>
    valuesAfterOpening(node, fragment)
      .filter((value) => value.kind === 'label' || value.kind === 'unnumbered')
      .map((value) =>
        makeError(
          'label-begins-paragraph',
          value.kind === 'label' ? value.place : placeOf(node, fragment),
          value.kind === 'label'
            ? `the label "${value.label}" does not stand at the beginning of a paragraph`
            : '{{unnumbered}} does not stand at the beginning of a paragraph',
          { hint: 'Put it before the first word of the paragraph.' },
        ),
      ),
  );
}

/** The values of a node; of a paragraph those after its first word. */
function valuesAfterOpening(node: RootContent, fragment: Fragment): Value[] {
  const texts = [...walk(node)].filter((one) => one.type === 'text').map((one) => one.value);
  const first = node.type === 'paragraph' && node.children[0]?.type === 'text' ? (texts.shift() ?? '') : '';
  const parts = splitAtPlaceholders(first);
  const opening = parts.findIndex((part) => typeof part === 'string' && part.trim() !== '');
  return [...(opening < 0 ? [] : parts.slice(opening)), ...texts.flatMap(splitAtPlaceholders)].flatMap(
    (part) => (typeof part === 'number' ? (fragment.values[part] ?? []) : []),
  );
}
