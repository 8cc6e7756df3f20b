import { formatCount } from '../../../format/words.js';
import { NOTHING_TRACKED } from '../../../review/nothing-tracked.js';
import type { AcceptAnswer, ReviewedChange, ReviewFacts } from '../../review/review-facts.js';
import type { PreviewState } from '../../preview-state.js';
import { announce } from '../announce.js';
import { getById, makeElement } from '../element.js';
import type { OnEdit } from '../make-problem-item.js';
import { FAILED, postJson } from '../post-json.js';
import { createAcceptAll } from './create-accept-all.js';
import { keepLeftOut } from './keep-left-out.js';
import { makeChangeItem, type ChangeActions } from './make-change-item.js';
import { makeComments } from './make-comments.js';
import { findFocusedKey, restoreFocus } from './restore-focus.js';
import { showInPaper } from './show-in-paper.js';

interface ReviewPane {
  show: (state: PreviewState) => void;
}

interface Surroundings {
  /** Null if the preview only reads. */
  onEdit: OnEdit | null;
  /** Returns the page of the paper. Null if there is none yet. */
  getPage: () => Document | null;
  /** Shows the paper in a narrow window, which shows one pane. */
  showPaper: () => void;
}

/** Creates the pane with the changes of a returned Word file. Without such a file, it does nothing. */
export function createReviewPane(surroundings: Surroundings): ReviewPane {
  return document.getElementById('review') ? startReview(surroundings) : { show: () => undefined };
}

/** The reasons why changes were not written. */
interface Faults {
  /** The number of the change. Null for several changes. */
  number: number | null;
  reasons: string[];
}

function startReview({ onEdit, getPage, showPaper }: Surroundings): ReviewPane {
  const list = getById('review-list');
  const leftOut = keepLeftOut();
  const openGroups = new Set<string>();
  /** The numbers of changes that are being written. */
  const pending = new Set<number>();
  let faults: Faults | null = null;
  let facts: ReviewFacts | null = null;
  let shownReview: number | null = null;

  const isUndecided = (change: ReviewedChange): boolean =>
    change.decision.state !== 'applied' && !leftOut.has(change);
  const makeItems = (changes: readonly ReviewedChange[]): HTMLElement[] =>
    changes.map((change) => {
      const progress = {
        isPending: pending.has(change.number),
        isLeftOut: leftOut.has(change),
        faults: faults?.number === change.number ? faults.reasons : [],
      };
      return makeChangeItem(change, progress, actions);
    });
  const render = (): void => {
    if (!facts) return;
    const key = findFocusedKey(list);
    const { changes, comments } = facts;
    const undecided = changes.filter(isUndecided);
    const applied = changes.filter(({ decision }) => decision.state === 'applied');
    const unwanted = changes.filter((change) => !isUndecided(change) && !applied.includes(change));
    list.replaceChildren(
      undecided.length > 0
        ? makeElement('ol', 'review-changes', ...makeItems(undecided))
        : makeElement('p', 'review-end', describeEnd(changes)),
      ...makeGroup('Already in the paper', makeItems(applied), openGroups),
      ...makeGroup('Left out', makeItems(unwanted), openGroups),
      ...(comments.length > 0 ? [makeElement('h3', '', 'Comments on other texts')] : []),
      ...makeComments(comments, true),
    );
    const ofSeveral = faults?.number === null ? faults.reasons : [];
    getById('review-faults').replaceChildren(
      ...ofSeveral.map((reason) => makeElement('p', 'review-fault', reason)),
    );
    getById('review-count').textContent = describeCount(facts, undecided);
    getById('show-review').textContent = undecided.length > 0 ? `Review (${undecided.length})` : 'Review';
    acceptAll?.show(undecided.filter(({ ticket }) => ticket !== null));
    restoreFocus(list, key);
  };
  const load = async (): Promise<void> => {
    const response = await fetch('review');
    if (!response.ok) return;
    facts = (await response.json()) as ReviewFacts; // sent by our own server
    pending.clear();
    render();
  };

  const accept = async (changes: readonly ReviewedChange[]): Promise<void> => {
    for (const { number } of changes) pending.add(number);
    faults = null;
    render();
    const tickets = changes.flatMap(({ ticket }) => ticket ?? []);
    const answer = await postJson<AcceptAnswer>('review-accept', { tickets });
    if (answer?.kind === 'saved') {
      announce(`Accepted: ${answer.words}. Undo takes it back.`);
      return; // the review of the next paper shows it
    }
    const [only, ...others] = changes;
    const reasons = answer?.kind === 'refused' ? answer.reasons : [];
    faults = { number: others.length === 0 && only ? only.number : null, reasons };
    const isFailed = answer?.kind === 'failed';
    announce(reasons[0] ?? (isFailed ? FAILED : answer ? STALE : STOPPED));
    pending.clear();
    render();
    await load(); // new tickets
  };
  const start = (work: Promise<void>): void => {
    work.catch(() => undefined); // the preview has stopped, and its status says so
  };
  const actions: ChangeActions = {
    onEdit,
    onAccept: (change) => start(accept([change])),
    onLeaveOut: (change, isLeftOut) => {
      leftOut.set(change, isLeftOut);
      announce(`${isLeftOut ? 'Left out' : 'Put back'}: change ${change.number}`);
      render();
    },
    onShow: (change) => {
      const page = getPage();
      const block = page && showInPaper(page, change);
      if (!block || getById('paper').checkVisibility({ visibilityProperty: true })) return;
      showPaper();
      block.tabIndex = -1;
      block.focus({ preventScroll: true });
    },
  };
  const acceptAll = onEdit && createAcceptAll((changes) => start(accept(changes)));
  return {
    show: ({ review }) => {
      if (review === shownReview) return;
      shownReview = review;
      faults = null;
      start(load());
    },
  };
}

const STALE =
  'The paper has changed meanwhile, so nothing was written. Read the change again, and accept it then.';
const STOPPED = 'The preview has stopped, so nothing was written.';

/** Makes a group of decided changes, which is closed at first. */
function makeGroup(name: string, items: readonly HTMLElement[], openGroups: Set<string>): HTMLElement[] {
  if (items.length === 0) return [];
  const summary = makeElement('summary', '', `${name} (${items.length})`);
  summary.dataset['key'] = name;
  const details = document.createElement('details');
  details.className = 'review-group';
  details.append(summary, makeElement('ol', 'review-changes', ...items));
  details.open = openGroups.has(name);
  details.addEventListener('toggle', () => {
    if (details.open) openGroups.add(name);
    else if (details.isConnected) openGroups.delete(name);
  });
  return [details];
}

function describeEnd(changes: readonly ReviewedChange[]): string {
  return changes.length === 0
    ? `The file has no tracked changes. ${NOTHING_TRACKED}`
    : 'Every change is decided.';
}

/** Describes a review as "10 changes: 9 can be accepted, 1 to make by hand". */
function describeCount({ changes }: ReviewFacts, undecided: readonly ReviewedChange[]): string {
  const ready = undecided.filter(({ decision }) => decision.state === 'ready').length;
  const applied = changes.filter(({ decision }) => decision.state === 'applied').length;
  const parts = [
    [ready, 'can be accepted'],
    [undecided.length - ready, 'to make by hand'],
    [applied, 'already in the paper'],
    [changes.length - undecided.length - applied, 'left out'],
  ] as const;
  const known = parts.filter(([number]) => number > 0).map(([number, words]) => `${number} ${words}`);
  return [formatCount(changes.length, 'change'), ...(known.length > 0 ? [known.join(', ')] : [])].join(': ');
}
