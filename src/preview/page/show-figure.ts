import { formatPlace, type Place } from '../../model/problem.js';
import type { FigureFacts } from '../preview-state.js';
import { makeButton } from './editing/make-button.js';
import { getById, getByIdAs, makeElement } from './element.js';
import { linkPlaces } from './place-control.js';

interface FigureListener {
  /** Restores the focus, which browsers do only within one page. */
  onClose: () => void;
  /** Called with the place that the author chose to edit, after the dialog has closed. */
  onEdit: (place: Place) => void;
}

/** Shows the source of a figure in a dialog, and what can be edited to change it. */
export async function showFigure(
  { dataset }: HTMLElement,
  { onClose, onEdit }: FigureListener,
): Promise<void> {
  const mark = `${dataset['figure'] ?? ''} ${dataset['figurePlace'] ?? ''}`;
  const response = await fetch(`figure?mark=${encodeURIComponent(mark)}`);
  if (!response.ok) return; // the paper has changed meanwhile
  const facts = (await response.json()) as FigureFacts; // sent by our own server
  const { title, rows } = facts;
  getById('figure-name').textContent = title;
  getById('figure-facts').replaceChildren(
    ...rows.flatMap(({ name, text, places = [] }) => [
      makeElement('dt', '', name),
      makeElement('dd', '', ...linkPlaces(text, places)),
    ]),
  );
  const dialog = getByIdAs('figure', HTMLDialogElement);
  showEditable(facts, (place) => {
    dialog.addEventListener('close', () => onEdit(place), { once: true });
    dialog.close();
  });
  if (dialog.open) return;
  dialog.addEventListener('close', onClose, { once: true });
  dialog.showModal();
}

/** Shows a button for each typed figure. A cell of a spreadsheet says where it is edited. */
function showEditable({ editable, isComputed }: FigureFacts, onEdit: (place: Place) => void): void {
  const area = getById('figure-edits');
  area.hidden = editable.length === 0;
  area.replaceChildren(
    ...(isComputed
      ? [makeElement('p', '', 'It is computed. To change it, edit a figure that it is computed from:')]
      : []),
    ...editable.map(({ words, place }) => {
      if (place.sheet !== undefined)
        return makeElement(
          'p',
          '',
          `${words}: edit it in the spreadsheet ${formatPlace(place)}, and save it there.`,
        );
      return makeButton(isComputed ? `Edit ${words}` : 'Edit', () => onEdit(place));
    }),
  );
}
