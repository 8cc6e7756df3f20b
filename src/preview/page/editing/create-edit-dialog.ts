import type { Place } from '../../../model/problem.js';
import { getById, getByIdAs, makeElement } from '../element.js';
import { makePlaceControl } from '../place-control.js';
import type { Editor } from './create-editor.js';

interface EditDialog {
  /** Shows an editor of a text that has no place on the page. */
  show: (editor: Editor, name: string) => void;
  /** Says why a place cannot be edited here, with its link to the author's editor. */
  explain: (words: string, place: Place | null) => void;
  close: () => void;
}

/** Creates the dialog of editing. Escape leaves an editor in it as it does elsewhere. */
export function createEditDialog(): EditDialog {
  const dialog = getByIdAs('edit', HTMLDialogElement);
  const area = getById('edit-area');
  let openEditor: Editor | null = null;
  const open = (name: string, content: HTMLElement[]): void => {
    getById('edit-name').textContent = name;
    getById('edit-close').hidden = openEditor !== null;
    area.replaceChildren(...content);
    for (const other of document.querySelectorAll<HTMLDialogElement>('dialog[open]'))
      if (other !== dialog) other.close();
    if (!dialog.open) dialog.showModal();
  };
  dialog.addEventListener('cancel', (event) => {
    if (!openEditor) return;
    event.preventDefault();
    openEditor.leave();
  });
  return {
    show: (editor, name) => {
      openEditor = editor;
      open(name, [editor.element]);
      editor.focus();
    },
    explain: (words, place) => {
      openEditor = null;
      const line = place === null ? [] : [makeElement('p', '', makePlaceControl(place))];
      open('This cannot be edited here', [makeElement('p', '', words), ...line]);
      getById('edit-name').focus();
    },
    close: () => {
      openEditor = null;
      area.replaceChildren();
      dialog.close();
    },
  };
}
