import { suggestLabel } from '../../../edit/suggest-label.js';
import type { ParagraphFacts } from '../../editing/edit-messages.js';
import { makeElement } from '../element.js';
import { makeButton } from './make-button.js';
import { makeLabel } from './make-label.js';

interface AddForm {
  /** The button that opens the form. */
  button: HTMLButtonElement;
  element: HTMLElement;
}

interface AddListener {
  canOpen: () => boolean;
  add: (label: string, text: string) => Promise<void>;
}

let forms = 0;

/** Creates the form that adds a paragraph after another one. */
export function createAddForm(
  { label: after, labels }: Pick<ParagraphFacts, 'label' | 'labels'>,
  { canOpen, add }: AddListener,
): AddForm {
  forms += 1;
  const text = document.createElement('textarea');
  text.rows = 4;
  text.id = `_new_text_${forms}`;
  const label = document.createElement('input');
  label.id = `_new_label_${forms}`;
  label.autocomplete = 'off';
  label.spellcheck = false;
  const status = makeElement('p', 'editor-status');
  status.setAttribute('role', 'status');
  const element = makeElement('div', 'editor-question');
  element.setAttribute('role', 'group');
  element.setAttribute('aria-label', `New paragraph after ${after}`);
  element.hidden = true;
  const button = makeButton('Add a paragraph after this', () => {
    if (!canOpen()) return;
    element.hidden = false;
    text.focus();
    element.scrollIntoView({ block: 'nearest' });
  });
  const submit = (): void => {
    if (text.value.trim() === '') status.textContent = 'Write the text first.';
    else if (label.value === '') status.textContent = 'Give it a label.';
    else void add(label.value, text.value);
  };
  let isSuggested = true;
  label.addEventListener('input', () => (isSuggested = label.value === ''));
  text.addEventListener('input', () => {
    if (isSuggested) label.value = text.value.trim() === '' ? '' : suggestLabel(text.value, labels);
  });
  const cancel = (): void => {
    element.hidden = true;
    button.focus();
  };
  element.append(
    makeLabel('Text of the new paragraph: Markdown, with figures and references as {{…}}', text),
    text,
    makeLabel('Its label, by which others cite it', label),
    label,
    status,
    makeElement('div', 'editor-buttons', makeButton('Add', submit, 'main'), makeButton('Cancel', cancel)),
  );
  element.addEventListener('keydown', (event) => {
    const isSubmit = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (!isSubmit && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation(); // the editor around it would save or close
    if (isSubmit) submit();
    else if (text.value.trim() === '') cancel();
    else status.textContent = 'Add the paragraph, or choose Cancel to discard it.';
  });
  return { button, element };
}
