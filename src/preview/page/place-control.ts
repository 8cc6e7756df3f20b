import { formatPlace, type Place } from '../../model/problem.js';
import type { EditorChoice } from '../preview-state.js';
import { announce } from './announce.js';
import { copyText } from './copy-text.js';
import { makeElement } from './element.js';

/** Makes the control that opens a place in the editor: a link, or a button. Without an editor the button copies the place. */
export function makePlaceControl(place: Place): HTMLElement {
  const editor = readEditor();
  const words = formatPlace(place);
  // An editor cannot show a cell of a workbook.
  if (editor.kind === 'copy' || place.sheet !== undefined)
    return makeButton(words, 'Copy', () =>
      copyText(place.sheet === undefined ? `${place.file}:${place.line}` : words),
    );
  if (editor.kind === 'command') {
    const open = (): Promise<void> => openPlace(place, editor.name);
    return makeButton(words, `Open in ${editor.name}:`, open);
  }
  const link = makeElement('a', 'place', words);
  link.setAttribute('href', toAddress(place, editor.prefix));
  link.setAttribute('aria-label', `Open in ${editor.name}: ${words}`);
  link.title = `Open in ${editor.name}`;
  return link;
}

/** Puts controls into a text, in place of the places that it names. */
export function linkPlaces(text: string, places: readonly Place[]): (string | Node)[] {
  const content: (string | Node)[] = [];
  let rest = text;
  for (const place of places) {
    const words = formatPlace(place);
    const at = rest.indexOf(words);
    if (at === -1) continue;
    content.push(rest.slice(0, at), makePlaceControl(place));
    rest = rest.slice(at + words.length);
  }
  return [...content, rest];
}

function readEditor(): EditorChoice {
  return JSON.parse(document.body.dataset['editor'] ?? '{"kind":"copy"}') as EditorChoice; // written by our own server
}

function makeButton(words: string, verb: string, onClick: () => Promise<void>): HTMLElement {
  const button = makeElement('button', 'place', words);
  button.setAttribute('type', 'button');
  button.setAttribute('aria-label', `${verb} ${words}`);
  button.title = verb.replace(/:$/, '');
  button.addEventListener('click', () => void onClick());
  return button;
}

function toAddress({ file, line, column }: Place, prefix: string): string {
  return `${prefix}${file.split('/').map(encodeURIComponent).join('/')}:${line}:${column}`;
}

/** Asks the server to start the editor, and says what became of it. */
async function openPlace(place: Place, name: string): Promise<void> {
  const { file, line, column } = place;
  const query = new URLSearchParams({ file, line: String(line), column: String(column) });
  const words = formatPlace(place);
  try {
    const { status } = await fetch(`open?${query.toString()}`, { method: 'POST' });
    announce(describeOutcome(status, words, name));
  } catch {
    announce('The preview has stopped, so nothing was opened.');
  }
}

function describeOutcome(status: number, words: string, name: string): string {
  switch (status) {
    case 200:
      return `Opened in ${name}: ${words}`;
    case 404:
      return `There is no such file any more: ${words}`;
    case 429:
      return 'One file at a time. Please try again.';
    default:
      return `"${name}" could not be started. Check that it is installed, or choose another with papers preview --editor.`;
  }
}
