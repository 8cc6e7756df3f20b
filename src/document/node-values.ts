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
export function findInsert({ children }: Paragraph, { values }: Fragment): Insert | null {
  const [only, second] = children;
  if (only?.type !== 'text' || second) return null;
  const [part, rest] = splitAtPlaceholders(only.value.trim());
  const value = typeof part === 'number' && rest === undefined ? values[part] : undefined;
  return value?.kind === 'insert' ? value : null;
}
