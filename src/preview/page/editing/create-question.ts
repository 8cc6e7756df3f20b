import { makeElement } from '../element.js';
import { makeButton } from './make-button.js';

interface Question {
  element: HTMLElement;
  /** Asks, and moves the focus to the first answer. Each answer ends the question. */
  ask: (words: string, answers: [words: string, act: () => void][], details?: HTMLElement[]) => void;
  hide: () => void;
}

/** Creates the part of an editor that asks the author to decide. */
export function createQuestion(): Question {
  const element = makeElement('div', 'editor-question');
  element.setAttribute('role', 'group');
  element.hidden = true;
  const hide = (): void => {
    element.hidden = true;
    element.replaceChildren();
  };
  return {
    element,
    hide,
    ask: (words, answers, details = []) => {
      const buttons = answers.map(([answer, act]) =>
        makeButton(answer, () => {
          hide();
          act();
        }),
      );
      element.setAttribute('aria-label', words);
      element.replaceChildren(
        makeElement('p', '', words),
        ...details,
        makeElement('div', 'editor-buttons', ...buttons),
      );
      element.hidden = false;
      buttons[0]?.focus();
      element.scrollIntoView({ block: 'nearest' });
    },
  };
}
