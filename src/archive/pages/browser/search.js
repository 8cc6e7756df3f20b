/**
 * Filters the archive's index: shows the papers that contain every typed word. The page embeds this file as it is. Without
 * JavaScript the page shows all papers and no search form.
 */

/** @typedef {{ article: HTMLElement, text: string }} Paper its text includes the heading of its meeting */
/** @typedef {{ section: HTMLElement, papers: Paper[] }} Meeting */

/**
 * Reads the meetings and papers from the page.
 * @returns {Meeting[]}
 */
function readMeetings() {
  /** @type {NodeListOf<HTMLElement>} */
  const sections = document.querySelectorAll('main > section');
  return [...sections].map((section) => {
    const heading = section.querySelector('h2')?.textContent ?? '';
    const papers = [...section.querySelectorAll('article')].map((article) => ({
      article,
      text: `${heading} ${article.textContent}`.toLowerCase(),
    }));
    return { section, papers };
  });
}

/**
 * Shows the papers of a meeting that contain every word, and hides a meeting that has none. Returns their number.
 * @param {Meeting} meeting
 * @param {string[]} words
 */
function filterMeeting({ section, papers }, words) {
  for (const { article, text } of papers) article.hidden = !words.every((word) => text.includes(word));
  const count = papers.filter(({ article }) => !article.hidden).length;
  section.hidden = count === 0;
  return count;
}

/**
 * Shows the form and filters the papers at each keystroke.
 * @param {HTMLFormElement} form
 * @param {HTMLInputElement} field
 * @param {Element} status the number of papers
 */
function startSearch(form, field, status) {
  const meetings = readMeetings();
  const total = status.textContent;
  const search = () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    const count = meetings.reduce((sum, meeting) => sum + filterMeeting(meeting, words), 0);
    status.textContent = words.length === 0 ? total : `${count} of ${total}`;
  };
  field.addEventListener('input', search);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.hidden = false;
  search(); // a browser may restore the words of an earlier visit
}

const searchForm = document.querySelector('form');
const searchField = document.querySelector('input');
const paperCount = document.querySelector('form [role=status]');
if (searchForm && searchField && paperCount) startSearch(searchForm, searchField, paperCount);
