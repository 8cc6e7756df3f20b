/** Turns each figure into a button for its dialog. A figure inside a link is skipped, since keys and clicks follow the link. */
export function makeFiguresButtons(page: Document): void {
  for (const figure of page.querySelectorAll(FIGURE)) {
    figure.setAttribute('tabindex', '0');
    figure.setAttribute('role', 'button');
    figure.setAttribute('aria-haspopup', 'dialog');
  }
}

/** Calls `onActivate` for each figure that is clicked, or activated with Enter or Space. */
export function listenForFigures(page: Document, onActivate: (figure: HTMLElement) => void): void {
  const findFigure = ({ target }: Event): HTMLElement | null =>
    // The target is of another window, so `instanceof Element` would fail.
    (target as Element).closest<HTMLElement>(FIGURE);
  page.addEventListener('click', (event) => {
    const figure = findFigure(event);
    if (figure) onActivate(figure);
  });
  page.addEventListener('keydown', (event) => {
    const figure = findFigure(event);
    if (!figure || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    onActivate(figure);
  });
}

const FIGURE = '[data-figure]:not(a *)';
