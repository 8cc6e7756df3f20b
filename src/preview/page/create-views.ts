import { getById } from './element.js';
import { setPressed } from './set-pressed.js';

export type View = 'paper' | 'pdf' | 'review';

/** A window that shows the paper and another pane beside it. The style sheet has the same width. */
const WIDE = '(min-width: 75rem)';

/** Creates the buttons that choose a pane. A wide window shows the paper too. Returns the function that shows a pane. */
export function createViews(onChange: () => void): (view: View) => void {
  const hasReview = document.getElementById('review') !== null;
  const wide = matchMedia(WIDE);
  const buttons: [View, HTMLElement][] = [
    ['paper', getById('show-paper')],
    ['pdf', getById('show-pdf')],
    ...(hasReview ? [['review', getById('show-review')] satisfies [View, HTMLElement]] : []),
  ];
  let chosen: View = hasReview ? 'review' : 'paper';
  /** The pane beside the paper. */
  let side: View = hasReview ? 'review' : 'pdf';
  const update = (): void => {
    const pressed = buttons.find(([view]) => view === (wide.matches ? side : chosen))?.[1];
    document.body.dataset['view'] = chosen;
    document.body.dataset['side'] = side;
    setPressed(
      buttons.map(([, button]) => button),
      (button) => button === pressed,
    );
    onChange();
  };
  const show = (view: View): void => {
    chosen = view;
    if (view !== 'paper') side = view;
    update();
  };
  for (const [view, button] of buttons) button.addEventListener('click', () => show(view));
  window.addEventListener('resize', update);
  update();
  return show;
}
