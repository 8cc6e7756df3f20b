import type { PreviewState } from '../preview-state.js';
import { byId } from './element.js';
import { paperPane } from './paper-pane.js';
import { pdfPane } from './pdf-pane.js';
import { showProblems } from './show-problems.js';

/** Runs in the browser: shows what the preview says of itself, whenever it says something new. */
const paper = paperPane((anchors) => pdf.follow(anchors));
const pdf = pdfPane(paper.readingAt);
let connected = true;
let state: PreviewState | null = null;

const events = new EventSource('events');
events.onmessage = ({ data }: MessageEvent<string>) => {
  connected = true;
  state = JSON.parse(data) as PreviewState;
  show(state);
};
events.onerror = () => {
  connected = false;
  showStatus();
};

function show(now: PreviewState): void {
  document.title = `Preview: ${now.title}`;
  byId('title').textContent = now.title;
  showStatus();
  showProblems(now.problems);
  paper.show(now);
  pdf.show(now);
}

function showStatus(): void {
  const [kind, words] = outcome();
  byId('status').dataset['kind'] = kind;
  if (byId('status').textContent !== words) byId('status').textContent = words; // said aloud once
  byId('work').textContent = connected && state?.work ? `${state.work} …` : '';
}

function outcome(): ['good' | 'busy' | 'stopped', string] {
  if (!connected)
    return [
      'stopped',
      'The preview has ended. Start it again with papers preview, and open its new address.',
    ];
  if (!state) return ['busy', ''];
  if (state.failure !== null) return ['stopped', state.failure];
  const errors = state.problems.filter(({ severity }) => severity === 'error').length;
  if (!state.current)
    return ['stopped', `Not updated: ${errors} ${errors === 1 ? 'error' : 'errors'} to mend`];
  return state.paper === null ? ['busy', ''] : ['good', 'Up to date'];
}

for (const view of ['paper', 'pdf'] as const)
  byId(`show-${view}`).addEventListener('click', () => {
    document.body.dataset['view'] = view;
    for (const one of ['paper', 'pdf'])
      byId(`show-${one}`).setAttribute('aria-pressed', String(one === view));
    if (state) pdf.show(state);
  });
document.body.dataset['view'] = 'paper';
window.addEventListener('resize', () => {
  if (state) pdf.show(state);
});
