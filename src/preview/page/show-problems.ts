import type { ShownProblem } from '../preview-state.js';
import { byId, make } from './element.js';

let shown = '';

/** The panel of problems. It is left alone where they are the same, so that its reader keeps the place. */
export function showProblems(problems: ShownProblem[]): void {
  const text = JSON.stringify(problems);
  if (text === shown) return;
  shown = text;
  for (const id of ['problems', 'skip']) byId(id).hidden = problems.length === 0;
  byId('problems-name').textContent = countOf(problems);
  byId('problem-list').replaceChildren(...problems.map(problemItem));
}

function countOf(problems: ShownProblem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const count = (number: number, word: string): string[] =>
    number === 0 ? [] : [`${number} ${word}${number === 1 ? '' : 's'}`];
  return [...count(errors, 'error'), ...count(problems.length - errors, 'warning')].join(', ');
}

function problemItem({
  severity,
  rule,
  message,
  place,
  lineText,
  expected,
  hint,
}: ShownProblem): HTMLElement {
  const head = make('p', '', make('span', 'severity', severity === 'error' ? 'Error' : 'Warning'));
  if (place) head.append(make('span', 'place', `${place.file}:${place.line}:${place.column}`), ' ');
  head.append(message, ' ', make('span', 'rule', `[${rule}]`));
  const item = make('li', severity, head);
  if (place && lineText !== undefined && lineText.trim() !== '') item.append(excerpt(lineText, place));
  for (const [name, text] of [
    ['Expected', expected],
    ['Hint', hint],
  ] as const)
    if (text !== undefined) item.append(make('p', 'advice', make('b', '', `${name}: `), text));
  return item;
}

/** The line with its number, and the place in it underlined: as far as the word goes. */
function excerpt(lineText: string, { line, column }: { line: number; column: number }): HTMLElement {
  const from = Math.min(column - 1, lineText.length);
  const word = /^(?:[\p{L}\p{N}_-]+|.)/u.exec(lineText.slice(from))?.[0] ?? ' ';
  return make(
    'pre',
    '',
    `${line} | ${lineText.slice(0, from)}`,
    make('mark', '', word),
    lineText.slice(from + word.length),
  );
}
