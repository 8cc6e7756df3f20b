/**
 * Makes each scroll area a stop of the Tab key only while it scrolls. Pages embed this file as it is. Without scripts, each
 * area is a stop.
 */

/** @param {HTMLElement} area */
function updateStop(area) {
  if (area.scrollWidth > area.clientWidth) area.tabIndex = 0;
  else area.removeAttribute('tabindex');
}

/** @type {NodeListOf<HTMLElement>} */
const scrollAreas = document.querySelectorAll('.scroll');
const areaObserver = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const area = target.closest('.scroll');
    if (area instanceof HTMLElement) updateStop(area);
  }
});
for (const area of scrollAreas) {
  updateStop(area);
  areaObserver.observe(area);
  if (area.firstElementChild) areaObserver.observe(area.firstElementChild); // its text may grow
}
