/** Opens the list of pages in a wide window. A narrow one opens it on request. */
const pages = document.querySelector('nav.site details');
const wide = matchMedia('(min-width: 60rem)');

function openPages() {
  pages.open = wide.matches;
}

wide.addEventListener('change', openPages);
openPages();
