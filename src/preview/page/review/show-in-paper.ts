import { formatPlace, type Place } from '../../../model/problem.js';
import type { ReviewedChange } from '../../review/review-facts.js';
import { announce } from '../announce.js';
import { createTextIndex } from '../text-index.js';

/** The class of the block that a change is about. */
const SHOWN = 'under-review';
/** The name of the highlight of its words, in the style sheet of the paper's page. */
const HIGHLIGHT = 'reviewed-words';

/** The least space above the block of a change after scrolling, in pixels. */
const GAP = 24;

/** Scrolls the paper to the block of a change, and marks its words. Returns the block. Null if the page has no such block. */
export function showInPaper(page: Document, change: ReviewedChange): HTMLElement | null {
  const block = change.block && findBlock(page, change.block);
  if (!block) {
    announce(`The page of the paper has no place of its own for ${change.name}.`);
    return null;
  }
  for (const shown of page.querySelectorAll(`.${SHOWN}`)) shown.classList.remove(SHOWN);
  block.classList.add(SHOWN);
  markWords(page, block, change);
  scrollTo(block);
  announce(`Shown in the paper: ${change.name}`);
  return block;
}

/** Scrolls the frame alone. `scrollIntoView` would scroll the page around it too. */
function scrollTo(block: HTMLElement): void {
  const { top, height } = block.getBoundingClientRect();
  const window = block.ownerDocument.defaultView;
  if (window) window.scrollBy(0, top - Math.max(GAP, (window.innerHeight - height) / 2));
}

function findBlock(page: Document, place: Place): HTMLElement | null {
  return page.querySelector<HTMLElement>(`[data-place="${CSS.escape(formatPlace(place))}"]`);
}

function markWords(page: Document, block: HTMLElement, { lead, before }: ReviewedChange): void {
  const window = page.defaultView;
  if (!window || !('highlights' in window.CSS)) return;
  window.CSS.highlights.delete(HIGHLIGHT);
  const index = createTextIndex(block, '.number, script, style');
  const start = lead.replace(/^…/, '');
  const at = index.text.replace(/\s/g, ' ').indexOf(start + before);
  if (before === '' || at === -1) return;
  const from = at + start.length;
  window.CSS.highlights.set(HIGHLIGHT, new window.Highlight(index.toRange(from, from + before.length)));
}
