import { getById, getByIdAs } from './element.js';
import { createTextIndex } from './text-index.js';

interface PaperSearch {
  /** Listens to the keys of a page in the frame. */
  listen: (page: Document) => void;
  /** Marks the matches again in a new text. */
  refresh: () => void;
}

/** The most matches that are marked. */
const MAX_MATCHES = 1000;

/** Elements without text of the paper. */
const NO_TEXT = 'script, style, .visually-hidden, .skip';

/** Names of highlights in the style sheet of the paper's page. */
const MATCHES = 'search-matches';
const CURRENT = 'search-current';

/** Creates the search in the paper. Matches are marked by the browser, so the text itself stays as it is. */
export function createSearch(getPage: () => Document | null, showPaper: () => void): PaperSearch {
  const bar = getById('search');
  const field = getByIdAs('search-field', HTMLInputElement);
  let matches: Range[] = [];
  let current = 0;

  const showMatches = (): void => {
    const window = getPage()?.defaultView;
    const match = matches[current];
    getById('search-count').textContent = describeMatches(field.value, matches.length, current);
    if (!window || !('highlights' in window.CSS)) return;
    window.CSS.highlights.set(MATCHES, new window.Highlight(...matches));
    const highlight = new window.Highlight(...(match ? [match] : []));
    highlight.priority = 1; // above the other matches
    window.CSS.highlights.set(CURRENT, highlight);
  };
  const find = (): void => {
    const page = getPage();
    matches = page && !bar.hidden ? findMatches(page.body, field.value) : [];
    current = Math.min(current, Math.max(0, matches.length - 1));
    showMatches();
  };
  const step = (by: 1 | -1): void => {
    if (matches.length === 0) return;
    current = (current + by + matches.length) % matches.length;
    showMatches();
    scrollTo(matches[current]);
  };
  const open = (): void => {
    showPaper();
    bar.hidden = false;
    field.focus();
    field.select();
    find();
  };
  const close = (): void => {
    bar.hidden = true;
    find();
    getById('open-search').focus();
  };

  getById('open-search').addEventListener('click', open);
  getById('close-search').addEventListener('click', close);
  getById('next-match').addEventListener('click', () => step(1));
  getById('previous-match').addEventListener('click', () => step(-1));
  field.addEventListener('input', () => {
    current = 0;
    find();
    scrollTo(matches[0]);
  });
  bar.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && event.target === field) step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  });
  const listen = (page: Document): void =>
    page.addEventListener('keydown', (event) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      event.preventDefault();
      open();
    });
  listen(document);
  return { listen, refresh: find };
}

/** Returns true for a key that is part of a text, or that belongs to a dialog. */
function isTyping({ target }: KeyboardEvent): boolean {
  if (document.querySelector('dialog[open]')) return true;
  // The target may be of another window, so `instanceof Element` would fail.
  return (target as Element).closest('input, textarea, select') !== null;
}

function describeMatches(query: string, count: number, current: number): string {
  if (query.trim() === '') return '';
  if (count === 0) return 'No match';
  return `${current + 1} of ${count === MAX_MATCHES ? `the first ${count}` : count}`;
}

/** Finds the places of a text, in capitals or not, and with straight or curly quotation marks. */
function findMatches(root: HTMLElement, query: string): Range[] {
  if (query.trim() === '') return [];
  const index = createTextIndex(root, NO_TEXT);
  const pattern = toPattern(query);
  const matches: Range[] = [];
  for (const { 0: words, index: from } of index.text.matchAll(pattern)) {
    matches.push(index.toRange(from, from + words.length));
    if (matches.length === MAX_MATCHES) break;
  }
  return matches;
}

function toPattern(query: string): RegExp {
  const escaped = query
    .trim()
    .replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
    .replace(/['’‘]/g, "['’‘]")
    .replace(/["“”]/g, '["“”]')
    .replace(/[-–‑−]/g, '[-–‑−]')
    .replace(/\s+/g, String.raw`\s+`);
  return new RegExp(escaped, 'giu');
}

/** Scrolls to a match. The details that contain it are opened. */
function scrollTo(match: Range | undefined): void {
  const element = match?.startContainer.parentElement;
  const window = element?.ownerDocument.defaultView;
  if (!element || !window) return;
  for (
    let details = element.closest('details');
    details;
    details = details.parentElement?.closest('details') ?? null
  )
    details.open = true;
  const { top, bottom } = match.getBoundingClientRect();
  if (top >= MARGIN && bottom <= window.innerHeight - MARGIN) return;
  window.scrollBy(0, top - window.innerHeight / 3);
}

/** The distance from the edge of the window within which a match is scrolled to the middle, in pixels. */
const MARGIN = 24;
