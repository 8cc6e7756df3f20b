/**
 * What makes a page work whatever it looks like: nothing is wider than the window, numbers hang, focus shows, and it prints. How it
 * looks is for `page.css`.
 */
export const BASE_STYLE = `
*, ::before, ::after { box-sizing: border-box; }
html { color-scheme: light; color: var(--ink); background: #fff; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 48rem; padding: 1rem; overflow-wrap: break-word; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
:target { scroll-margin-top: 1rem; }

.skip { position: absolute; left: -100vw; padding: .5rem 1rem; background: #fff; }
.skip:focus { left: 0; top: 0; }

.hanging { padding-left: var(--hang); text-indent: calc(-1 * var(--hang)); }
.number { display: inline-block; min-width: var(--hang); text-indent: 0; }
@counter-style in-brackets-alpha { system: extends lower-alpha; prefix: "("; suffix: ") "; }
@counter-style in-brackets-roman { system: extends lower-roman; prefix: "("; suffix: ") "; }
ol[type="a"] { list-style-type: in-brackets-alpha; }
ol[type="i"] { list-style-type: in-brackets-roman; }

.scroll { overflow-x: auto; container-type: inline-size; }
table { border-collapse: collapse; }
caption { position: sticky; left: 0; max-width: 100cqi; text-align: left; }
th { text-align: left; }
th, td { padding: .25rem .5rem; vertical-align: top; overflow-wrap: normal; }
.figure { text-align: right; font-variant-numeric: tabular-nums; }
figure { margin: 1rem 0; }
svg { display: block; width: 100%; min-width: 30rem; height: auto; }
svg text { font-family: inherit; }

@media (forced-colors: active) {
  svg { background: #fff; }
  svg, svg text { forced-color-adjust: none; }
}
@media screen and (max-width: 36rem) {
  :root { --hang: 0rem; }
  .number { display: inline; }
}
@media print {
  html { font-size: var(--size-paper); line-height: var(--line-height-paper); }
  body { max-width: none; padding: 0; }
  .skip, details, footer { display: none; }
  .scroll { overflow: visible; container-type: normal; }
  caption { max-width: none; }
  svg { min-width: 0; }
  h1, h2, h3, h4, h5, caption, figcaption { break-after: avoid; }
  figure, table, tr, dl { break-inside: avoid; }
  p, li { orphans: 2; widows: 2; }
  .appendix { break-before: page; }
  .appendix ~ .appendix { break-before: auto; }
}
`;
