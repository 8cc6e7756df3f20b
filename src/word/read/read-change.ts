import type { XmlElement } from '../../ooxml/xml-element.js';
import type { WordChange } from './word-file.js';

const KINDS: Record<string, Pick<WordChange, 'kind' | 'isMove'>> = {
  ins: { kind: 'inserted', isMove: false },
  del: { kind: 'deleted', isMove: false },
  moveTo: { kind: 'inserted', isMove: true },
  moveFrom: { kind: 'deleted', isMove: true },
  cellIns: { kind: 'inserted', isMove: false },
  cellDel: { kind: 'deleted', isMove: false },
};

/** Reads an element that marks a tracked change. Returns null for any other element. */
export function readChange({ name, attributes }: XmlElement): WordChange | null {
  const kind = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
  if (!kind) return null;
  return { ...kind, author: attributes['author'] ?? '', date: attributes['date'] ?? null };
}

/** Finds the tracked change among the properties of a paragraph's end, or of a row. */
export function findChange(properties: XmlElement | null): WordChange | null {
  for (const child of properties?.children ?? []) {
    const change = typeof child === 'string' ? null : readChange(child);
    if (change) return change;
  }
  return null;
}
