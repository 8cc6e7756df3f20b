import { formatCount } from '../../format/words.js';
import type { Place } from '../../model/problem.js';
import type { PreviewState } from '../preview-state.js';
import { makeFinder } from './capture-place.js';
import { createEditing } from './editing/create-editing.js';
import { getById } from './element.js';
import { showFigure } from './show-figure.js';
import { createLabelsDialog } from './create-labels-dialog.js';
import { createPaperPane } from './create-paper-pane.js';
import { createPdfPane } from './create-pdf-pane.js';
import { createProblemsPanel } from './create-problems-panel.js';
import { createProgress } from './create-progress.js';
import { createSearch } from './create-search.js';
import { createToComeDialog } from './create-to-come-dialog.js';
import { createViews } from './create-views.js';
import { createReviewPane } from './review/create-review-pane.js';

/** Runs in the browser and shows each state that the preview sends. */
const paper = createPaperPane({
  onMove: (anchors) => pdf.follow(anchors),
  onLoad: (page) => {
    search.listen(page);
    editing.listen(page);
  },
  onPrepare: (page) => editing.prepare(page),
  onFigure: (figure) => {
    // The text may be a newer one when the dialog closes.
    const findFigure = makeFinder(figure);
    const findNow = (): HTMLElement | undefined => {
      const page = paper.getPage();
      return page ? findFigure(page) : undefined;
    };
    showFigure(figure, {
      onClose: () => findNow()?.focus({ preventScroll: true }),
      onEdit: (place) => {
        const now = findNow();
        if (now) void editing.openOnPage(place, now);
      },
    }).catch(() => undefined); // the preview has stopped, and its status says so
  },
  onText: () => search.refresh(),
});
const editing = createEditing({ hold: () => paper.hold() });
const search = createSearch(paper.getPage, () => showView('paper'));
const pdf = createPdfPane(paper.getReadingPlace);
const onEdit = editing.isOn ? (place: Place): void => void editing.openFile(place) : null;
const showProblems = createProblemsPanel(onEdit);
const showToCome = createToComeDialog(onEdit);
const showProgress = createProgress();
const review = createReviewPane({ onEdit, getPage: paper.getPage, showPaper: () => showView('paper') });
createLabelsDialog();
let connected = true;
let state: PreviewState | null = null;
const showView = createViews(() => {
  if (state) pdf.show(state);
});

const events = new EventSource('events');
events.onmessage = ({ data }: MessageEvent<string>) => {
  connected = true;
  state = JSON.parse(data) as PreviewState; // sent by our own server
  show(state);
};
events.onerror = () => {
  connected = false;
  showStatus();
};

function show(newState: PreviewState): void {
  document.title = `Preview: ${newState.title}`;
  getById('title').textContent = newState.title;
  showStatus();
  showProblems(newState.problems);
  showToCome(newState.toCome);
  editing.show(newState);
  paper.show(newState);
  pdf.show(newState);
  review.show(newState);
}

function showStatus(): void {
  const [kind, words] = describeStatus();
  getById('status').dataset['kind'] = kind;
  if (getById('status').textContent !== words) getById('status').textContent = words; // a screen reader says it only when it changes
  showProgress(connected ? (state?.work ?? null) : null);
}

function describeStatus(): ['good' | 'busy' | 'stopped', string] {
  if (!connected)
    return [
      'stopped',
      'The preview has stopped. Start it again with papers preview, and open the new address.',
    ];
  if (!state) return ['busy', ''];
  if (state.failure !== null) return ['stopped', state.failure];
  const errors = state.problems.filter(({ severity }) => severity === 'error').length;
  if (!state.isCurrent) return ['stopped', `Not updated: fix ${formatCount(errors, 'error')}`];
  return state.paper === null ? ['busy', ''] : ['good', 'Up to date'];
}
