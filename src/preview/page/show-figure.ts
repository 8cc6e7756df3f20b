import type { FigureFacts } from '../preview-state.js';
import { getById, getByIdAs, makeElement } from './element.js';
import { linkPlaces } from './place-control.js';

/** Shows the source of a figure in a dialog. The caller restores the focus, which browsers do only within one page. */
export async function showFigure({ dataset }: HTMLElement, onClose: () => void): Promise<void> {
  const mark = `${dataset['figure'] ?? ''} ${dataset['figurePlace'] ?? ''}`;
  const response = await fetch(`figure?mark=${encodeURIComponent(mark)}`);
  if (!response.ok) return; // the paper has changed meanwhile
  const { title, rows } = (await response.json()) as FigureFacts; // sent by our own server
  getById('figure-name').textContent = title;
  getById('figure-facts').replaceChildren(
    ...rows.flatMap(({ name, text, places = [] }) => [
      makeElement('dt', '', name),
      makeElement('dd', '', ...linkPlaces(text, places)),
    ]),
  );
  const dialog = getByIdAs('figure', HTMLDialogElement);
  if (dialog.open) return;
  dialog.addEventListener('close', onClose, { once: true });
  dialog.showModal();
}
