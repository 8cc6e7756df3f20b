import { formatCount } from '../../../format/words.js';
import type { ReviewedChange } from '../../review/review-facts.js';
import { createQuestion } from '../editing/create-question.js';
import { getById, getByIdAs } from '../element.js';

interface AcceptAll {
  /** Shows the changes that can be accepted. */
  show: (changes: readonly ReviewedChange[]) => void;
}

/** Creates the button that accepts all changes on the list. It asks first. */
export function createAcceptAll(onAccept: (changes: readonly ReviewedChange[]) => void): AcceptAll {
  const button = getByIdAs('accept-all', HTMLButtonElement);
  const question = createQuestion();
  getById('review-question').append(question.element);
  let ready: readonly ReviewedChange[] = [];
  button.addEventListener('click', () => {
    const count = formatCount(ready.length, 'change');
    question.ask(
      `${describeUncertain(ready)}Write ${count} to the files of the paper? Undo takes them back.`,
      [
        [
          `Accept ${count}`,
          () => {
            getById('review-name').focus();
            onAccept(ready);
          },
        ],
        ['Cancel', () => button.focus()],
      ],
    );
  });
  return {
    show: (changes) => {
      ready = changes;
      question.hide();
      button.hidden = changes.length < 2;
      button.textContent = `Accept all ${changes.length}`;
    },
  };
}

function describeUncertain(changes: readonly ReviewedChange[]): string {
  const found = changes.filter(({ isFoundByWords }) => isFoundByWords).length;
  if (found === 0) return '';
  return `The program found the place of ${formatCount(found, 'change')} by its words, so check it first. `;
}
