import type { Paragraph, RootContent } from 'mdast';
import type { Fragment, Value } from '../model/fragment.js';
import { splitAtPlaceholders } from '../model/placeholder.js';
import { walkNodes } from './parse-markdown.js';

export type Insert = Extract<Value, { kind: 'insert' }>;

/** Lists the values in a node's text, in order. */
export function listNodeValues(node: RootContent, fragment: Fragment): Value[] {
  return [...walkNodes(node)].flatMap((child) =>
    child.type === 'text' ? listTextValues(child.value, fragment) : [],
  );
}

/** Lists the values in a text, in order. */
export function listTextValues(text: string, { values }: Fragment): Value[] {
  return splitAtPlaceholders(text).flatMap((part) => (typeof part === 'number' ? (values[part] ?? []) : []));
}

/** Returns the table, chart or diagram that a paragraph places. Returns null when the paragraph is text. */
export function findInsert(node: Paragraph, fragment: Fragment): Insert | null {
  const value = findOnlyValue(node, fragment);
  return value?.kind === 'insert' ? value : null;
}

/** Returns the row of key figures that a paragraph places. Returns null when the paragraph is text. */
export function findKeyFigures(
  node: Paragraph,
  fragment: Fragment,
): Extract<Value, { kind: 'key-figures' }> | null {
  const value = findOnlyValue(node, fragment);
  return value?.kind === 'key-figures' ? value : null;
}

/** Returns the value of a paragraph that is nothing but a value. */
function findOnlyValue({ children }: Paragraph, { values }: Fragment): Value | undefined {
  const [only, second] = children;
  if (only?.type !== 'text' || second) return undefined;
  const [part, rest] = splitAtPlaceholders(only.value.trim());
  return typeof part === 'number' && rest === undefined ? values[part] : undefined;
}
