import { makeElement, type Html } from '../markup/markup.js';

/** The name that screen readers announce. */
export type AccessibleName = { 'aria-labelledby': string } | { 'aria-label': string };

/**
 * Renders a container that scrolls sideways when the page is too narrow, also by keyboard. It is a named
 * group and not a region: a landmark for every table would hide the page's own landmarks.
 */
export function renderScrollArea(name: AccessibleName, content: Html): Html {
  return makeElement('div', { class: 'scroll', role: 'group', tabindex: 0, ...name }, content);
}
