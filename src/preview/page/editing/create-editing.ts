import type { Place } from '../../../model/problem.js';
import type { TextPlaces } from '../../editing/edit-messages.js';
import type { PreviewState } from '../../preview-state.js';
import { announce } from '../announce.js';
import { getByIdAs } from '../element.js';
import { createEditor, type Editor } from './create-editor.js';
import { EDIT_BUTTON, makeEditButtons, makeMoreEditButtons, readEditPlace } from './make-edit-buttons.js';
import { postEdit } from './post-edit.js';
import { putEditor } from './put-editor.js';

interface Editing {
  /** Listens to a page in the frame. */
  listen: (page: Document) => void;
  /** Adds the buttons to a new text, before the focus is restored. */
  prepare: (page: Document) => void;
  show: (state: PreviewState) => void;
  /** Opens the text or figure at a place, beside an element of the paper. */
  open: (place: Place, element: HTMLElement) => Promise<void>;
}

/** Keeps the paper on show as it is. Returns a function that ends this. */
type Hold = () => () => void;

/** Creates editing in the paper. One editor is open at a time. While it is, the paper around it stays as it is. */
export function createEditing(hold: Hold): Editing {
  let openEditor: Editor | null = null;
  let history: NonNullable<PreviewState['edits']> = { undo: null, redo: null };
  let hasEditing = false;

  const open = async (place: Place, element: HTMLElement): Promise<void> => {
    if (openEditor?.hasChanges()) {
      announce('Save or cancel the open editor first.');
      openEditor.focus();
      return;
    }
    const answer = await postEdit('edit-open', place);
    if (answer === null) announce('The preview has stopped, so nothing can be edited.');
    else if (answer.kind === 'elsewhere') announce(answer.words);
    else if (element.isConnected) {
      openEditor?.element.dispatchEvent(new Event('leave'));
      const release = hold();
      const marked = findBlock(element);
      const editor = createEditor(answer.edit, () => {
        editor.element.remove();
        marked.classList.remove('being-edited');
        openEditor = null;
        element.focus({ preventScroll: true });
        release();
      });
      editor.element.addEventListener('leave', () => {
        editor.element.remove();
        marked.classList.remove('being-edited');
        release();
      });
      openEditor = editor;
      marked.classList.add('being-edited');
      putEditor(editor.element, element, marked);
      editor.focus();
      editor.element.scrollIntoView({ block: 'nearest' });
    }
  };

  const step = async (name: 'edit-undo' | 'edit-redo'): Promise<void> => {
    const next = name === 'edit-undo' ? history.undo : history.redo;
    const verb = name === 'edit-undo' ? 'undo' : 'redo';
    if (!next) {
      announce(`There is nothing to ${verb}.`);
      return;
    }
    const answer = await postEdit(name, { ticket: next.ticket });
    if (answer?.kind === 'saved') announce(`${verb === 'undo' ? 'Undone' : 'Made again'}: ${answer.words}`);
    else if (answer?.kind === 'refused') announce(answer.words);
    else
      announce(
        `Nothing was written: ${answer ? 'another window did this already' : 'the preview has stopped'}.`,
      );
  };
  const onKey = (event: KeyboardEvent): void => {
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || event.altKey || isTextField(event.target)) return;
    const name =
      key === 'z' ? (event.shiftKey ? 'edit-redo' : 'edit-undo') : key === 'y' ? 'edit-redo' : null;
    if (name === null) return;
    event.preventDefault();
    void step(name);
  };
  const start = (): void => {
    hasEditing = true;
    document.addEventListener('keydown', onKey);
    getByIdAs('undo', HTMLButtonElement).addEventListener('click', () => void step('edit-undo'));
    getByIdAs('redo', HTMLButtonElement).addEventListener('click', () => void step('edit-redo'));
    window.addEventListener('beforeunload', (event) => {
      if (openEditor?.hasChanges()) event.preventDefault();
    });
  };
  if (document.getElementById('undo')) start();

  const addMoreButtons = async (page: Document): Promise<void> => {
    const body = page.body;
    const response = await fetch('text-places');
    if (response.ok && page.body === body) makeMoreEditButtons(page, (await response.json()) as TextPlaces);
  };
  return {
    open,
    listen: (page) => {
      if (!hasEditing) return;
      page.addEventListener('keydown', onKey);
      page.addEventListener('click', (event) => {
        // The target is of another window, so `instanceof Element` would fail.
        const button = (event.target as Element).closest<HTMLElement>(`.${EDIT_BUTTON}`);
        const place = button && readEditPlace(button);
        if (button && place) void open(place, button);
      });
    },
    prepare: (page) => {
      if (!hasEditing) return;
      makeEditButtons(page);
      addMoreButtons(page).catch(() => undefined); // the preview has stopped, and its status says so
    },
    show: ({ edits }) => {
      if (!edits) return;
      history = edits;
      for (const [id, next] of [
        ['undo', edits.undo],
        ['redo', edits.redo],
      ] as const) {
        const button = getByIdAs(id, HTMLButtonElement);
        button.disabled = next === null;
        button.title = next ? `${id === 'undo' ? 'Undo' : 'Redo'}: ${next.words}` : '';
      }
    },
  };
}

function isTextField(target: EventTarget | null): boolean {
  // The target may be of another window, so `instanceof Element` would fail.
  return (
    target !== null && 'closest' in target && (target as Element).closest('input, textarea, select') !== null
  );
}

/** Finds the part of the page that an editor is about: a block, a line of the header, or a figure. */
function findBlock(element: HTMLElement): HTMLElement {
  return element.classList.contains(EDIT_BUTTON)
    ? (element.closest<HTMLElement>('main > section > *, dl > div, header > *') ?? element)
    : element;
}
