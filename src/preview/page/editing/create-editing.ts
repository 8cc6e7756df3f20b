import type { Place } from '../../../model/problem.js';
import type { OpenEdit, TextPlaces } from '../../editing/edit-messages.js';
import type { PreviewState } from '../../preview-state.js';
import { announce } from '../announce.js';
import { createEditDialog } from './create-edit-dialog.js';
import { createEditor, type Editor } from './create-editor.js';
import { createHistoryControls } from './create-history-controls.js';
import { EDIT_BUTTON, makeEditButtons, makeMoreEditButtons, readEditPlace } from './make-edit-buttons.js';
import { FAILED } from '../post-json.js';
import { postEdit } from './post-edit.js';
import { putEditor } from './put-editor.js';

interface Editing {
  /** False if the preview only reads. */
  isOn: boolean;
  /** Listens to a page in the frame. */
  listen: (page: Document) => void;
  /** Adds the buttons to a new text, before the focus is restored. */
  prepare: (page: Document) => void;
  show: (state: PreviewState) => void;
  /** Opens the text or figure at a place of the paper on show, beside an element of it. */
  openOnPage: (place: Place, element: HTMLElement) => Promise<void>;
  /** Opens what stands at a place of the files, in a dialog. */
  openFile: (place: Place) => Promise<void>;
}

interface Surroundings {
  /** Keeps the paper on show as it is. Returns a function that ends this. */
  hold: () => () => void;
}

/** Creates editing in the paper. One editor is open at a time. While it is, the paper around it stays as it is. */
export function createEditing({ hold }: Surroundings): Editing {
  return document.getElementById('undo') ? startEditing(hold) : NO_EDITING;
}

const NO_EDITING: Editing = {
  isOn: false,
  listen: () => undefined,
  prepare: () => undefined,
  show: () => undefined,
  openOnPage: () => Promise.resolve(),
  openFile: () => Promise.resolve(),
};

function startEditing(hold: Surroundings['hold']): Editing {
  let openEditor: (Editor & { remove: () => void }) | null = null;
  let shownPaper: number | null = null;
  const history = createHistoryControls();
  const dialog = createEditDialog();

  /** Asks for what stands at a place. Returns null, and says why, if it cannot be edited here. */
  const ask = async (place: Place, isOnPage: boolean): Promise<OpenEdit | null> => {
    if (openEditor?.hasChanges()) {
      announce('Save or cancel the open editor first.');
      openEditor.focus();
      return null;
    }
    const answer = await postEdit('edit-open', { ...place, isOnPage });
    if (answer?.kind === 'open') return answer.edit;
    if (answer === null) announce('The preview has stopped, so nothing can be edited.');
    else if (answer.kind === 'failed') announce(FAILED);
    else dialog.explain(answer.words, answer.place);
    return null;
  };
  /** Creates an editor in place of an open one. `onClose` is called when the author leaves it, `remove` in any case. */
  const start = (
    edit: OpenEdit,
    { onClose, remove }: { onClose: () => void; remove: () => void },
  ): Editor => {
    openEditor?.remove();
    const editor = createEditor(edit, () => {
      openEditor = null;
      remove();
      onClose();
    });
    openEditor = { ...editor, remove };
    return editor;
  };

  const openOnPage = async (place: Place, element: HTMLElement): Promise<void> => {
    const edit = await ask(place, true);
    if (!edit || !element.isConnected) return;
    const block = findBlock(element);
    let release = (): void => undefined;
    const editor = start(edit, {
      remove: () => {
        editor.element.remove();
        block.classList.remove('being-edited');
        release();
      },
      onClose: () => element.focus({ preventScroll: true }),
    });
    release = hold();
    block.classList.add('being-edited');
    putEditor(editor.element, element, block);
    editor.focus();
    editor.element.scrollIntoView({ block: 'nearest' });
  };
  const openFile = async (place: Place): Promise<void> => {
    const edit = await ask(place, false);
    if (edit) dialog.show(start(edit, { remove: dialog.close, onClose: () => undefined }), edit.name);
  };
  const addLaterButtons = async (page: Document): Promise<void> => {
    const { body } = page;
    const response = await fetch('text-places');
    if (response.ok && page.body === body) makeMoreEditButtons(page, (await response.json()) as TextPlaces);
  };

  history.listen(document);
  window.addEventListener('beforeunload', (event) => {
    if (openEditor?.hasChanges()) event.preventDefault();
  });
  return {
    isOn: true,
    openOnPage,
    openFile,
    listen: (page) => {
      history.listen(page);
      page.addEventListener('click', (event) => {
        // The target is of another window, so `instanceof Element` would fail.
        const button = (event.target as Element).closest<HTMLElement>(`.${EDIT_BUTTON}`);
        if (button) void openOnPage(readEditPlace(button), button);
      });
    },
    prepare: (page) => {
      makeEditButtons(page);
      addLaterButtons(page).catch(() => undefined); // the preview has stopped, and its status says so
    },
    show: ({ edits, paper }) => {
      if (edits) history.show(edits);
      if (openEditor && shownPaper !== null && paper !== shownPaper)
        announce('The files have changed. The paper shows it when you close the editor.');
      shownPaper = paper;
    },
  };
}

/** Finds the part of the page that an editor is about: a block, a line of the header, a cell or a figure. */
function findBlock(element: HTMLElement): HTMLElement {
  return element.classList.contains(EDIT_BUTTON)
    ? (element.closest<HTMLElement>('td, th, .notes > p, main > section > *, dl > div, header > *') ??
        element)
    : element;
}
