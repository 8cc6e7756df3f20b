/** Where a reader is: the anchors down to the one at the top of the window, and how far from there the last of them stands. */
export interface ReadingPlace {
  anchors: string[];
  offset: number;
}

export function readingPlace(page: Document): ReadingPlace {
  const marked = [...page.querySelectorAll('main [id]')];
  const above = marked.filter((one) => one.getBoundingClientRect().top <= 1);
  return {
    anchors: above.map(({ id }) => id),
    offset: above.at(-1)?.getBoundingClientRect().top ?? 0,
  };
}

/** Brings the same words to the same height; where they are gone, what stood before them. */
export function returnTo({ anchors, offset }: ReadingPlace, page: Document): void {
  const last = anchors.findLast((id) => page.getElementById(id) !== null);
  if (last === undefined) return;
  const exact = last === anchors.at(-1);
  const top = page.getElementById(last)?.getBoundingClientRect().top ?? 0;
  page.defaultView?.scrollBy(0, top - (exact ? offset : 0));
}
