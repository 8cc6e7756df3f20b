import { findChild, readValue, type XmlElement } from '../../ooxml/xml-element.js';
import { readChange } from './read-change.js';
import type { Around } from './story.js';

/** Returns what surrounds the content of a content control. */
export function enterControl(element: XmlElement, around: Around): Around {
  const tag = readValue(findChild(element, 'sdtPr'), 'tag');
  return tag === null ? around : { ...around, control: tag };
}

/** Returns what surrounds the content of an element that may mark a tracked change. */
export function enterChange(element: XmlElement, around: Around): Around {
  const change = readChange(element);
  if (!change) return around;
  const isGone = around.isGone || (around.change !== null && around.change.kind !== change.kind);
  return { ...around, change, isGone };
}

/** Word writes new drawings twice, for itself and for older programs. */
export function chooseAlternative(element: XmlElement): XmlElement | null {
  return findChild(element, 'Choice') ?? findChild(element, 'Fallback');
}
