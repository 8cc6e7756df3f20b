import { makeElement } from '../element.js';
import { makeButton } from './make-button.js';
import { makeLabel } from './make-label.js';

interface RowForm {
  /** The button that opens the form. */
  button: HTMLButtonElement;
  element: HTMLElement;
}

interface RowListener {
  canOpen: () => boolean;
  /** Called with the texts by column. */
  add: (values: Record<string, string>) => Promise<void>;
}

let fields = 0;

/** Creates the form that adds a row to a data set, with a field for each column. */
export function createRowForm(columns: readonly string[], { canOpen, add }: RowListener): RowForm {
  const inputs = columns.map((column) => ({ column, input: makeInput() }));
  const status = makeElement('p', 'editor-status');
  status.setAttribute('role', 'status');
  const element = makeElement('div', 'editor-question');
  element.setAttribute('role', 'group');
  element.setAttribute('aria-label', 'New row after this one');
  element.hidden = true;
  const button = makeButton('Add a row after this one', () => {
    if (!canOpen()) return;
    element.hidden = false;
    inputs[0]?.input.focus();
    element.scrollIntoView({ block: 'nearest' });
  });
  const isEmpty = (): boolean => inputs.every(({ input }) => input.value.trim() === '');
  const submit = (): void => {
    if (isEmpty()) status.textContent = 'Fill in at least one field.';
    else void add(Object.fromEntries(inputs.map(({ column, input }) => [column, input.value])));
  };
  const cancel = (): void => {
    element.hidden = true;
    button.focus();
  };
  element.append(
    ...inputs.flatMap(({ column, input }) => [makeLabel(column, input), input]),
    status,
    makeElement('div', 'editor-buttons', makeButton('Add', submit, 'main'), makeButton('Cancel', cancel)),
  );
  element.addEventListener('keydown', (event) => {
    const isInField = (event.target as Element).tagName === 'INPUT'; // the target is of another window
    if (event.key !== 'Escape' && !(event.key === 'Enter' && isInField)) return;
    event.preventDefault();
    event.stopPropagation(); // the editor around it would save or close
    if (event.key === 'Enter') submit();
    else if (isEmpty()) cancel();
    else status.textContent = 'Add the row, or choose Cancel to discard it.';
  });
  return { button, element };
}

function makeInput(): HTMLInputElement {
  const input = document.createElement('input');
  fields += 1;
  input.id = `_row_field_${fields}`;
  input.autocomplete = 'off';
  return input;
}
