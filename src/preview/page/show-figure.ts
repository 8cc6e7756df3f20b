import type { FigureFacts } from '../preview-state.js';
import { byId, make } from './element.js';

/** Says in a dialog where a figure comes from, and gives it the focus back: a browser does so only within one page. */
export async function showFigure(mark: string, figure: HTMLElement): Promise<void> {
  const response = await fetch(`figure?mark=${encodeURIComponent(mark)}`);
  if (!response.ok) return; // the paper has changed since it was shown
  const { title, rows } = (await response.json()) as FigureFacts;
  byId('figure-name').textContent = title;
  byId('figure-facts').replaceChildren(
    ...rows.flatMap(({ name, text }) => [make('dt', '', name), make('dd', '', text)]),
  );
  const dialog = byId('figure') as HTMLDialogElement;
  if (dialog.open) return;
  dialog.addEventListener('close', () => figure.focus({ preventScroll: true }), { once: true });
  dialog.showModal();
}
