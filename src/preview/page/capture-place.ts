import { findReadingPlace, computeScrollDistance, type Landmark } from './find-reading-place.js';

/** Lists all elements with an id. The page's own ids contain an underscore, the paper's anchors do not. */
export function listLandmarks(page: Document): Landmark[] {
  return [...page.querySelectorAll('[id]')].map((element) => ({
    name: element.id,
    top: element.getBoundingClientRect().top,
  }));
}

/** Captures the reading place, open details and the focus. Returns a function that restores them in a new text. */
export function capturePlace(page: Document): (next: Document) => void {
  const place = findReadingPlace(listLandmarks(page));
  const openFigures = [...page.querySelectorAll('figure:has(details[open])')].map(({ id }) => id);
  const focused = page.activeElement?.closest<HTMLElement>(FOCUSABLE);
  const findFocused = focused && makeFinder(focused);
  return (next) => {
    for (const id of openFigures) next.getElementById(id)?.querySelector('details')?.setAttribute('open', '');
    next.defaultView?.scrollBy(0, computeScrollDistance(place, listLandmarks(next)));
    findFocused?.(next)?.focus({ preventScroll: true });
  };
}

/** Returns a function that finds a focusable element again in a later text: the nth element of the same name. */
export function makeFinder(element: HTMLElement): (page: Document) => HTMLElement | undefined {
  const listSameName = (page: Document): HTMLElement[] =>
    [...page.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
      (candidate) => getName(candidate) === getName(element),
    );
  const index = listSameName(element.ownerDocument).indexOf(element);
  return (page) => listSameName(page)[index];
}

const FOCUSABLE = '[tabindex="0"], a[href], summary, .edit-here';

function getName(element: HTMLElement): string | undefined {
  return element.dataset['figure'] ?? element.getAttribute('href') ?? element.closest('[id]')?.id;
}
