import type { ChangedText } from '../preview-state.js';
import { createTextIndex } from './text-index.js';

/** The name of the highlight in the style sheet of the paper's page. */
const HIGHLIGHT = 'added-words';
const MARKER = 'removed-words';

/** Parts of a block that are not among its words: numbers, marks of footnotes, drawings. */
const NO_WORDS = '.number, sup, svg, script, style';

/** The places of one text's changes. */
interface Marks {
  added: Range[];
  removed: { range: Range; words: string }[];
}

/** Highlights added words, and puts a small mark where words were removed. The text itself stays as it is. */
export function markWords(page: Document, changed: { element: Element; texts: ChangedText[] }[]): void {
  const window = page.defaultView;
  if (!window || !('highlights' in window.CSS)) return;
  clearWords(page);
  const marks = changed.flatMap(({ element, texts }) => findMarks(element, texts));
  window.CSS.highlights.set(HIGHLIGHT, new window.Highlight(...marks.flatMap(({ added }) => added)));
  // Only now, because each mark divides a text node.
  for (const { range, words } of marks.flatMap(({ removed }) => removed))
    putMarker(range, makeMarker(page, words));
}

/** Puts a marker at the start of a range. At the start of a figure it stands before it, because the figure is a button. */
function putMarker(range: Range, marker: HTMLElement): void {
  const figure =
    range.startOffset === 0 ? range.startContainer.parentElement?.closest('[data-figure]') : null;
  if (figure?.contains(range.startContainer) && figure.firstChild === range.startContainer)
    figure.before(marker);
  else range.insertNode(marker);
}

/** Removes the marks of an earlier change. */
export function clearWords(page: Document): void {
  page.defaultView?.CSS.highlights.delete(HIGHLIGHT);
  for (const marker of page.querySelectorAll(`.${MARKER}`)) {
    const { parentElement } = marker;
    marker.remove();
    parentElement?.normalize();
  }
}

/** The most removed words that are listed, in separate places. */
const MAX_LISTED = 3;

/** Lists the words that were removed from an element: "Removed: “team”, “last year”". Returns an empty text if there are none. */
export function describeRemoved(element: Element): string {
  const words = [...element.querySelectorAll(`.${MARKER}`)].map(({ ariaLabel }) => ariaLabel ?? '');
  if (words.length === 0) return '';
  const listed = words.slice(0, MAX_LISTED).map((text) => `“${text.replace(/^removed: /, '')}”`);
  const more = words.length - listed.length;
  return `Removed: ${[...listed, ...(more > 0 ? [`${more} more`] : [])].join(', ')}`;
}

/** Finds the texts of an element one after the other. A text that is not found has no marks. White space does not count. */
function findMarks(element: Element, texts: readonly ChangedText[]): Marks[] {
  const index = createTextIndex(element, NO_WORDS);
  const positions = [...index.text.matchAll(/\S/g)].map((match) => match.index);
  const text = strip(index.text);
  let next = 0;
  return texts.map((pieces) => {
    const marks: Marks = { added: [], removed: [] };
    const whole = strip(pieces.map((piece) => piece.text).join(''));
    let at = text.indexOf(whole, next);
    if (at === -1) at = text.indexOf(whole);
    if (whole === '' || at === -1) return marks;
    for (const { text: words, isAdded, removed } of pieces) {
      const end = at + strip(words).length;
      const from = positions[at] ?? index.text.length;
      if (removed !== '') marks.removed.push({ range: index.toRange(from, from), words: removed });
      if (isAdded) marks.added.push(index.toRange(from, (positions[end - 1] ?? from) + 1));
      at = end;
    }
    next = at;
    return marks;
  });
}

function strip(text: string): string {
  return text.replace(/\s/g, '');
}

/** Makes the mark of removed words. A screen reader meets it as a picture whose name has the words. */
function makeMarker(page: Document, words: string): HTMLElement {
  const marker = page.createElement('span');
  marker.className = MARKER;
  marker.setAttribute('role', 'img');
  marker.setAttribute('aria-label', `removed: ${words}`);
  marker.title = `Removed: ${words}`;
  return marker;
}
