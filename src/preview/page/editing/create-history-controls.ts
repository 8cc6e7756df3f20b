import type { EditHistory } from '../../preview-state.js';
import { announce } from '../announce.js';
import { getByIdAs } from '../element.js';
import { FAILED } from '../post-json.js';
import { postEdit } from './post-edit.js';

interface HistoryControls {
  show: (history: EditHistory) => void;
  /** Listens to the keys of undo and redo. In a text field, they are the field's own. */
  listen: (page: Document) => void;
}

type Direction = keyof EditHistory;

const WORDS = {
  undo: { button: 'Undo', done: 'Undone', nothing: 'There is nothing to undo.' },
  redo: { button: 'Redo', done: 'Made again', nothing: 'There is nothing to redo.' },
};

/** Creates the buttons and the keys that take edits back and make them again. Each says what it did. */
export function createHistoryControls(): HistoryControls {
  let history: EditHistory = { undo: null, redo: null };
  const step = async (direction: Direction): Promise<void> => {
    const next = history[direction];
    if (!next) {
      announce(WORDS[direction].nothing);
      return;
    }
    const answer = await postEdit(`edit-${direction}`, { ticket: next.ticket });
    if (answer === null) announce('The preview has stopped, so nothing was written.');
    else if (answer.kind === 'failed') announce(FAILED);
    else if (answer.kind === 'saved') announce(`${WORDS[direction].done}: ${answer.words}`);
    else if (answer.kind === 'refused') announce(answer.words);
    else announce('Another window did this already, so nothing was written.');
  };
  const buttons = {
    undo: getByIdAs('undo', HTMLButtonElement),
    redo: getByIdAs('redo', HTMLButtonElement),
  };
  for (const direction of ['undo', 'redo'] as const)
    buttons[direction].addEventListener('click', () => void step(direction));
  return {
    show: (newHistory) => {
      history = newHistory;
      for (const direction of ['undo', 'redo'] as const) {
        const next = history[direction];
        const { button } = WORDS[direction];
        // Not disabled: a focused button that is disabled loses the focus.
        buttons[direction].setAttribute('aria-disabled', String(next === null));
        buttons[direction].title = next ? `${button}: ${next.words}` : WORDS[direction].nothing;
      }
    },
    listen: (page) =>
      page.addEventListener('keydown', (event) => {
        const direction = isTextField(event.target) ? null : findDirection(event);
        if (direction === null) return;
        event.preventDefault();
        void step(direction);
      }),
  };
}

function findDirection(event: KeyboardEvent): Direction | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  const key = event.key.toLowerCase();
  if (key === 'y') return 'redo';
  if (key !== 'z') return null;
  return event.shiftKey ? 'redo' : 'undo';
}

function isTextField(target: EventTarget | null): boolean {
  // The target may be of another window, so `instanceof Element` would fail.
  return (
    target !== null && 'closest' in target && (target as Element).closest('input, textarea, select') !== null
  );
}
