import { readingPlace, wayBack, type Landmark } from './reading-place.js';

/** All that has a name in the page; names of the page's own hold an underscore, which the paper's anchors do not. */
export function landmarks(page: Document): Landmark[] {
  return [...page.querySelectorAll('[id]')].map((one) => ({
    name: one.id,
    top: one.getBoundingClientRect().top,
  }));
}

/** Remembers what is read, what is open, and what has the focus; gives what brings them back in the new text. */
export function keepPlace(page: Document): (next: Document) => void {
  const place = readingPlace(landmarks(page));
  const opened = [...page.querySelectorAll('figure:has(details[open])')].map(({ id }) => id);
  const focused = page.activeElement?.closest<HTMLElement>(STOPS);
  const again = focused && findAgain(focused);
  return (next) => {
    for (const id of opened) next.getElementById(id)?.querySelector('details')?.setAttribute('open', '');
    next.defaultView?.scrollBy(0, wayBack(place, landmarks(next)));
    again?.(next)?.focus({ preventScroll: true });
  };
}

/** What finds a figure, a link, a table that scrolls or a chart's data again in a later text: the nth that is printed of it. */
export function findAgain(stop: HTMLElement): (page: Document) => HTMLElement | undefined {
  const same = (page: Document): HTMLElement[] =>
    [...page.querySelectorAll<HTMLElement>(STOPS)].filter((one) => nameOf(one) === nameOf(stop));
  const index = same(stop.ownerDocument).indexOf(stop);
  return (page) => same(page)[index];
}

const STOPS = '[tabindex="0"], a[href], summary';

function nameOf(stop: HTMLElement): string | undefined {
  return stop.dataset['figure'] ?? stop.getAttribute('href') ?? stop.closest('[id]')?.id;
}
