import { formatPlace, type Place } from '../../model/problem.js';
import type { ListedProblem } from '../preview-state.js';
import { makeButton } from './editing/make-button.js';
import { makeElement } from './element.js';
import { makePlaceControl } from './place-control.js';

/** Called with the place of a text that the author wants to edit. */
export type OnEdit = (place: Place) => void;

/** Makes the item of a problem: its place, its message, its line, and what to do. With `onEdit`, it has a button that edits the place. */
export function makeProblemItem(problem: ListedProblem, onEdit: OnEdit | null): HTMLElement {
  const { severity, rule, message, place, lineText, expected, hint } = problem;
  const head = makeElement('p', '', makeSeverity(severity));
  if (place) {
    const control = makePlaceControl(place);
    control.dataset['key'] = `${rule} ${message} ${place.line}`;
    head.append(control, ' ');
  }
  head.append(message, ' ', makeElement('span', 'rule', `[${rule}]`));
  const item = makeElement('li', severity, head);
  if (place && onEdit) head.append(' ', makeEditButton(place, onEdit));
  if (place && lineText !== undefined && lineText.trim() !== '') item.append(makeExcerpt(lineText, place));
  for (const [name, text] of [
    ['Expected', expected],
    ['Hint', hint],
  ] as const)
    if (text !== undefined) item.append(makeElement('p', 'advice', makeElement('b', '', `${name}: `), text));
  return item;
}

/** Makes the button that edits a place. */
export function makeEditButton(place: Place, onEdit: OnEdit): HTMLElement {
  const button = makeButton('Edit', () => onEdit(place));
  button.setAttribute('aria-label', `Edit ${formatPlace(place)}`);
  button.dataset['key'] = `edit ${formatPlace(place)}`;
  return button;
}

export function makeSeverity(severity: ListedProblem['severity']): HTMLElement {
  return makeElement('span', 'severity', severity === 'error' ? 'Error' : 'Warning');
}

/** Shows the line with its number, and the word at the place underlined. */
function makeExcerpt(lineText: string, { line, column }: { line: number; column: number }): HTMLElement {
  const from = Math.min(column - 1, lineText.length);
  const word = /^(?:[\p{L}\p{N}_-]+|.)/u.exec(lineText.slice(from))?.[0] ?? ' ';
  return makeElement(
    'pre',
    '',
    `${line} | ${lineText.slice(0, from)}`,
    makeElement('mark', '', word),
    lineText.slice(from + word.length),
  );
}
