import type { FigureFacts } from '../preview-state.js';
import { byId, make } from './element.js';

/** Says in a dialog where a figure comes from. A browser gives the focus back only within one page, so the caller does. */
export async function showFigure({ dataset }: HTMLElement, onClose: () => void): Promise<void> {
  const mark = `${dataset['figure'] ?? ''} ${dataset['figurePlace'] ?? ''}`;
  const response = await fetch(`figure?mark=${encodeURIComponent(mark)}`);
  if (!response.ok) return; // the paper has changed since it was shown
  const { title, rows } = (await response.json()) as FigureFacts;
  byId('figure-name').textContent = title;
  byId('figure-facts').replaceChildren(
    ...rows.flatMap(({ name, text }) => [make('dt', '', name), make('dd', '', text)]),
  );
  const dialog = byId('figure') as HTMLDialogElement;
  if (dialog.open) return;
  dialog.addEventListener('close', onClose, { once: true });
  dialog.showModal();
}
