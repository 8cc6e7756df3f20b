import { formatCount } from '../../format/words.js';
import type { PreviewState } from '../preview-state.js';
import { getById } from './element.js';
import { createPaperPane } from './create-paper-pane.js';
import { createPdfPane } from './create-pdf-pane.js';
import { createProblemsPanel } from './create-problems-panel.js';
import { setPressed } from './set-pressed.js';

/** Runs in the browser and shows each state that the preview sends. */
const paper = createPaperPane((anchors) => pdf.follow(anchors));
const pdf = createPdfPane(paper.getReadingPlace);
const showProblems = createProblemsPanel();
let connected = true;
let state: PreviewState | null = null;

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
  paper.show(newState);
  pdf.show(newState);
}

function showStatus(): void {
  const [kind, words] = describeStatus();
  getById('status').dataset['kind'] = kind;
  if (getById('status').textContent !== words) getById('status').textContent = words; // a screen reader says it only when it changes
  getById('work').textContent = connected && state?.work ? `${state.work} …` : '';
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

const VIEWS = ['paper', 'pdf'] as const;
for (const view of VIEWS)
  getById(`show-${view}`).addEventListener('click', () => {
    document.body.dataset['view'] = view;
    setPressed(
      VIEWS.map((name) => getById(`show-${name}`)),
      ({ id }) => id === `show-${view}`,
    );
    if (state) pdf.show(state);
  });
document.body.dataset['view'] = 'paper';
window.addEventListener('resize', () => {
  if (state) pdf.show(state);
});
