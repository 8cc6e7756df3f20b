import { capitalise } from '../../../format/words.js';
import type { ReviewedChange } from '../../review/review-facts.js';
import { makeButton } from '../editing/make-button.js';
import { makeElement } from '../element.js';
import { makeEditButton, type OnEdit } from '../make-problem-item.js';
import { linkPlaces, makePlaceControl } from '../place-control.js';
import { makeChangedWords } from './make-changed-words.js';
import { makeComments } from './make-comments.js';

/** The actions of an author on a change. */
export interface ChangeActions {
  onAccept: (change: ReviewedChange) => void;
  /** Called with false to put a change back. */
  onLeaveOut: (change: ReviewedChange, isLeftOut: boolean) => void;
  onShow: (change: ReviewedChange) => void;
  /** Null if the preview only reads. */
  onEdit: OnEdit | null;
}

/** The progress of a change in this page. */
export interface ChangeProgress {
  isPending: boolean;
  isLeftOut: boolean;
  /** The reasons why it was not written. */
  faults: readonly string[];
}

/** Makes the item of a change: its place, author and words, its state, its comments, and buttons. */
export function makeChangeItem(
  change: ReviewedChange,
  progress: ChangeProgress,
  actions: ChangeActions,
): HTMLElement {
  const { number, place, label, by, isFoundByWords, decision, comments } = change;
  const item = makeElement(
    'li',
    'review-change',
    makeElement('h3', '', `${number}. ${describeWhere(change)}`),
    makeElement('p', 'review-by', by),
    makeChangedWords(change),
  );
  item.dataset['state'] = decision.state;
  if (isFoundByWords)
    item.append(makeState('Check the place: its bookmark is lost, so it was found by its words.'));
  item.append(...describeState(change), ...progress.faults.map(makeFault), ...makeComments(comments, false));
  if (place) {
    const facts = makeElement('p', 'review-place', makePlaceControl(place));
    if (label !== null) facts.append(' ', makeElement('code', 'soft', label));
    item.append(facts);
  }
  const buttons = makeButtons(change, progress, actions);
  if (buttons.length > 0) item.append(makeElement('p', 'review-buttons', ...buttons));
  return item;
}

const KINDS = {
  words: '',
  'paragraph added': 'text added after ',
  'paragraph deleted': 'text deleted in ',
  'paragraph moved': 'moved: ',
} satisfies Record<ReviewedChange['what'], string>;

function describeWhere({ what, name }: ReviewedChange): string {
  return capitalise(`${KINDS[what]}${name}`);
}

function describeState({ decision, place }: ReviewedChange): HTMLElement[] {
  switch (decision.state) {
    case 'ready':
    case 'applied':
      return [];
    case 'conflict':
      return [
        makeState(
          'The paper’s text has changed since the file was made. Change it by hand, if the change is still wanted.',
        ),
        makeElement('dl', '', makeElement('dt', '', 'In the paper now'), makeElement('dd', '', decision.now)),
      ];
    case 'refused':
      return [
        makeState('Not to be accepted here: ', ...linkPlaces(decision.reason, decision.figures)),
        makeElement('p', 'advice', ...linkPlaces(decision.hint, place ? [place] : [])),
      ];
    default:
      return decision satisfies never;
  }
}

function makeState(...content: (string | Node)[]): HTMLElement {
  return makeElement('p', 'review-state', ...content);
}

function makeFault(words: string): HTMLElement {
  return makeElement('p', 'review-fault', words);
}

function makeButtons(
  change: ReviewedChange,
  { isPending, isLeftOut }: ChangeProgress,
  { onAccept, onLeaveOut, onShow, onEdit }: ChangeActions,
): HTMLElement[] {
  const { decision, number, block, place } = change;
  const name = (button: HTMLElement, words: string): HTMLElement => {
    button.setAttribute('aria-label', `${button.textContent} change ${number}`);
    button.dataset['key'] = `${words} ${number}`;
    return button;
  };
  const buttons: HTMLElement[] = [];
  const canAccept = onEdit !== null && decision.state === 'ready' && !isLeftOut;
  if (canAccept) {
    const words = isPending ? 'Accepting …' : 'Accept';
    const button = name(
      makeButton(words, () => (isPending ? undefined : onAccept(change)), 'main'),
      'accept',
    );
    // Not disabled: a focused button that is disabled loses the focus.
    button.setAttribute('aria-disabled', String(isPending));
    buttons.push(button);
  }
  if (onEdit && !isPending && decision.state !== 'applied')
    buttons.push(
      name(
        makeButton(isLeftOut ? 'Put back' : 'Leave out', () => onLeaveOut(change, !isLeftOut)),
        'leave-out',
      ),
    );
  if (block)
    buttons.push(
      name(
        makeButton('Show', () => onShow(change)),
        'show',
      ),
    );
  const [figure] = decision.state === 'refused' ? decision.figures : [];
  const editable = decision.state === 'conflict' || decision.state === 'refused' ? (figure ?? place) : null;
  if (onEdit && editable) buttons.push(makeEditButton(editable, onEdit));
  return buttons;
}
