import { formatDate, formatIsoDate } from '../../format/dates.js';
import { formatCount } from '../../format/words.js';
import type { FiguresToCome } from '../../model/group-figures-to-come.js';
import { getById, getByIdAs, makeElement } from './element.js';
import { makeEditButton, type OnEdit } from './make-problem-item.js';
import { makePlaceControl } from './place-control.js';

/** Creates the dialog that lists the figures still to come, and from whom. The returned function shows new ones. */
export function createToComeDialog(onEdit: OnEdit | null): (toCome: FiguresToCome[]) => void {
  const button = getById('open-to-come');
  button.addEventListener('click', () => getByIdAs('to-come', HTMLDialogElement).showModal());
  return (toCome) => {
    const figures = toCome.reduce((sum, group) => sum + group.figures, 0);
    button.hidden = figures === 0;
    button.textContent = `To come (${figures})`;
    const items = toCome.map((group) => makeItem(group, onEdit));
    getById('to-come-list').replaceChildren(
      ...(items.length > 0 ? items : [makeElement('li', '', 'All figures are there.')]),
    );
  };
}

function makeItem({ file, line, figures, owner, due }: FiguresToCome, onEdit: OnEdit | null): HTMLElement {
  const words = [
    formatCount(figures, 'figure'),
    owner === null ? 'from an owner that no file names' : `from ${owner}`,
    ...(due === null ? [] : [describeDay(due)]),
  ];
  const place = { file, line, column: 1 };
  const item = makeElement('li', '', `${words.join(', ')} `, makePlaceControl(place));
  if (onEdit) item.append(' ', makeEditButton(place, onEdit));
  return item;
}

function describeDay(due: string): string {
  const isOverdue = due < formatIsoDate(new Date());
  return isOverdue ? `overdue since ${formatDate(due)}` : `by ${formatDate(due)}`;
}
