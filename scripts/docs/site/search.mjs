import MiniSearch from 'minisearch';

/**
 * Searches the sections of the documentation in the browser. The sections are in search-data.js, which is loaded at the first use. It
 * is a script, because a page from a disk may not fetch other files.
 */
const MOST_RESULTS = 12;
/** In characters. */
const EXCERPT_LENGTH = 130;

const root = document.currentScript.dataset.root;
const field = document.querySelector('#search');
const panel = document.querySelector('#search-results');
const status = document.querySelector('#search-status');
const list = panel.querySelector('ol');
let index = null;

function loadIndex() {
  index ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = `${root}assets/search-data.js`;
    script.onload = () => {
      const search = new MiniSearch({
        fields: ['title', 'page', 'text'],
        storeFields: ['title', 'page', 'text', 'href'],
        searchOptions: { boost: { title: 4, page: 2 }, prefix: true, fuzzy: 0.15, combineWith: 'AND' },
      });
      search.addAll(window.SEARCH_SECTIONS);
      resolve(search);
    };
    script.onerror = reject;
    document.head.append(script);
  });
  return index;
}

/** Cuts the text around the first word that was found. */
function makeExcerpt({ text, terms }) {
  const positions = terms.map((term) => text.toLowerCase().indexOf(term)).filter((position) => position >= 0);
  const start = Math.max(0, Math.min(...positions, text.length) - 40);
  const from = start === 0 ? 0 : text.indexOf(' ', start) + 1;
  const rest = text.slice(from, from + EXCERPT_LENGTH);
  const isCut = text.length > from + EXCERPT_LENGTH;
  return `${from > 0 ? '… ' : ''}${isCut ? `${rest.slice(0, rest.lastIndexOf(' '))} …` : rest}`;
}

function makeResult(result) {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = root + result.href;
  const title = document.createElement('strong');
  title.textContent = result.title;
  const page = document.createElement('span');
  page.textContent = result.page === result.title ? '' : result.page;
  const excerpt = document.createElement('small');
  excerpt.textContent = makeExcerpt(result);
  link.append(title, ' ', page, excerpt);
  item.append(link);
  return item;
}

async function showResults() {
  const query = field.value.trim();
  if (query === '') return hideResults();
  const search = await loadIndex();
  if (field.value.trim() !== query) return;
  const results = search.search(query);
  list.replaceChildren(...results.slice(0, MOST_RESULTS).map(makeResult));
  panel.hidden = false;
  status.textContent =
    results.length === 0
      ? `Nothing was found for “${query}”.`
      : `${results.length} ${results.length === 1 ? 'result' : 'results'}${results.length > MOST_RESULTS ? `, the first ${MOST_RESULTS} are listed` : ''}`;
}

function hideResults() {
  panel.hidden = true;
  status.textContent = '';
}

/** Moves the focus through the field and the results with the arrow keys. */
function moveFocus(event) {
  const stops = [field, ...list.querySelectorAll('a')];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const next = stops[stops.indexOf(document.activeElement) + step];
  if (step === undefined || panel.hidden || !next) return;
  event.preventDefault();
  next.focus();
}

const search = document.querySelector('search');
search.hidden = false;
field.addEventListener('focus', loadIndex, { once: true });
field.addEventListener('input', showResults);
search.addEventListener('keydown', (event) => {
  moveFocus(event);
  if (event.key === 'Escape') {
    hideResults();
    field.focus();
  }
  if (event.key === 'Enter' && document.activeElement === field) list.querySelector('a')?.click();
});
document.addEventListener('keydown', (event) => {
  const isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? '');
  if (event.key !== '/' || isTyping) return;
  event.preventDefault();
  field.focus();
});
document.addEventListener('click', (event) => {
  if (!search.contains(event.target)) hideResults();
});
