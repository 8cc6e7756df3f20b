/** Makes each figure a button that says where it comes from. One within a link is left: there, the link is what a key or a click means. */
export function makeFiguresKeys(page: Document): void {
  for (const figure of page.querySelectorAll(FIGURE)) {
    figure.setAttribute('tabindex', '0');
    figure.setAttribute('role', 'button');
    figure.setAttribute('aria-haspopup', 'dialog');
  }
}

/** Tells of each figure that is clicked, or pressed as a button is. */
export function onFigure(page: Document, tell: (figure: HTMLElement) => void): void {
  const figureOf = ({ target }: Event): HTMLElement | null =>
    (target as Element).closest<HTMLElement>(FIGURE);
  page.addEventListener('click', (event) => {
    const figure = figureOf(event);
    if (figure) tell(figure);
  });
  page.addEventListener('keydown', (event) => {
    const figure = figureOf(event);
    if (!figure || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    tell(figure);
  });
}

const FIGURE = '[data-figure]:not(a *)';
