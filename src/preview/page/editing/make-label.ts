import { makeElement } from '../element.js';

/** Makes the label of a field. */
export function makeLabel(words: string, { id }: HTMLElement): HTMLElement {
  const label = makeElement('label', '', words);
  label.setAttribute('for', id);
  return label;
}
