import { isWantedLabel } from '../../model/is-wanted-label.js';
import type { Label } from '../../model/label.js';
import { copyText } from './copy-text.js';
import { getById, getByIdAs, makeElement } from './element.js';
import { makePlaceControl } from './place-control.js';

/** The most labels that are shown at once. */
const MAX_SHOWN = 100;

/** Creates the dialog that lists what the text can cite or print. It asks for the list of the paper on show when it opens. */
export function createLabelsDialog(): void {
  const dialog = getByIdAs('labels', HTMLDialogElement);
  const word = getByIdAs('label-word', HTMLInputElement);
  const kind = getByIdAs('label-kind', HTMLSelectElement);
  let labels: Label[] = [];

  const showList = (): void => {
    const found = labels.filter((label) => isWantedLabel(label, { kind: kind.value, word: word.value }));
    getById('label-count').textContent = describeCount(found.length);
    getById('label-list').replaceChildren(...found.slice(0, MAX_SHOWN).map(makeItem));
  };
  const open = async (): Promise<void> => {
    const response = await fetch('labels');
    labels = response.ok ? ((await response.json()) as Label[]) : []; // sent by our own server
    showKinds(kind, labels);
    showList();
    dialog.showModal();
  };

  getById('open-labels').addEventListener('click', () => {
    open().catch(() => undefined); // the preview has stopped, and its status says so
  });
  for (const field of [word, kind]) field.addEventListener('input', showList);
}

/** Fills the list of kinds. The chosen kind stays. */
function showKinds(select: HTMLSelectElement, labels: readonly Label[]): void {
  const chosen = select.value;
  const kinds = [...new Set(labels.map(({ kind }) => kind))];
  select.replaceChildren(new Option('all', ''), ...kinds.map((kind) => new Option(kind, kind)));
  select.value = kinds.includes(chosen) ? chosen : '';
}

function describeCount(found: number): string {
  if (found === 0) return 'Nothing in this paper fits.';
  return found > MAX_SHOWN ? `The first ${MAX_SHOWN} of ${found}` : `${found} found`;
}

function makeItem({ kind, prints, type, reason, about, place }: Label): HTMLElement {
  const item = makeElement('li', '');
  const head = makeElement('p', 'label-head');
  if (type === null) head.append(makeElement('span', 'soft', reason ?? ''));
  else head.append(makeElement('code', '', type), makeCopyButton(type));
  item.append(head);
  const facts = makeElement('p', 'label-facts', makeElement('span', 'soft', kind));
  if (prints !== '') facts.append(' prints ', makeElement('b', '', prints));
  if (about !== '') facts.append(` · ${about}`);
  item.append(facts);
  if (place) item.append(makeElement('p', '', makePlaceControl(place)));
  return item;
}

function makeCopyButton(type: string): HTMLElement {
  const button = makeElement('button', '', 'Copy');
  button.setAttribute('type', 'button');
  button.setAttribute('aria-label', `Copy ${type}`);
  button.addEventListener('click', () => void copyText(type));
  return button;
}
