/** Shows the papers that hold every word typed. Without it the page shows them all, and no field for words. */
export const SEARCH = `
const form = document.querySelector('form');
const field = document.getElementById('search');
const status = form.querySelector('[role=status]');
const all = status.textContent;
const meetings = [...document.querySelectorAll('main > section')].map((section) => ({
  section,
  papers: [...section.querySelectorAll('article')].map((article) => ({
    article,
    text: (section.firstElementChild.textContent + ' ' + article.textContent).toLowerCase(),
  })),
}));
const search = () => {
  const words = field.value.toLowerCase().split(/\\s+/).filter(Boolean);
  let found = 0;
  for (const { section, papers } of meetings) {
    let here = 0;
    for (const { article, text } of papers) {
      article.hidden = !words.every((word) => text.includes(word));
      if (!article.hidden) here++;
    }
    section.hidden = here === 0;
    found += here;
  }
  status.textContent = words.length === 0 ? all : found + ' of ' + all;
};
field.addEventListener('input', search);
form.addEventListener('submit', (event) => event.preventDefault());
form.hidden = false;
search();
`;
