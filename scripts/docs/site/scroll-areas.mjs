/** Makes areas that scroll sideways reachable by keyboard. Others are no stop. */
const areas = new ResizeObserver((entries) => {
  for (const { target } of entries)
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
    else target.removeAttribute('tabindex');
});

for (const area of document.querySelectorAll('.scroll, .paper')) areas.observe(area);
