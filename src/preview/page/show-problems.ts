import { formatCount } from '../../format/words.js';
import { formatPlace } from '../../model/problem.js';
import type { ListedProblem } from '../preview-state.js';
import { getById, makeElement } from './element.js';

let shownProblems = '';

/** Shows the panel of problems. Equal problems leave it unchanged, so that the reading place stays. */
export function showProblems(problems: ListedProblem[]): void {
  const text = JSON.stringify(problems);
  if (text === shownProblems) return;
  shownProblems = text;
  for (const id of ['problems', 'skip']) getById(id).hidden = problems.length === 0;
  getById('problems-name').textContent = countProblems(problems);
  getById('problem-list').replaceChildren(...problems.map(makeProblemItem));
}

function countProblems(problems: ListedProblem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const count = (number: number, word: string): string[] => (number === 0 ? [] : [formatCount(number, word)]);
  return [...count(errors, 'error'), ...count(problems.length - errors, 'warning')].join(', ');
}

function makeProblemItem({
  severity,
  rule,
  message,
  place,
  lineText,
  expected,
  hint,
}: ListedProblem): HTMLElement {
  const head = makeElement(
    'p',
    '',
    makeElement('span', 'severity', severity === 'error' ? 'Error' : 'Warning'),
  );
  if (place) head.append(makeElement('span', 'place', formatPlace(place)), ' ');
  head.append(message, ' ', makeElement('span', 'rule', `[${rule}]`));
  const item = makeElement('li', severity, head);
  if (place && lineText !== undefined && lineText.trim() !== '') item.append(makeExcerpt(lineText, place));
  for (const [name, text] of [
    ['Expected', expected],
    ['Hint', hint],
  ] as const)
    if (text !== undefined) item.append(makeElement('p', 'advice', makeElement('b', '', `${name}: `), text));
  return item;
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
