import type { Theme } from '../../model/theme.js';

/**
 * The look of a redline page, in the theme's colours. Removed words are struck through and added ones underlined, so that it reads
 * without colour, and printed in black. Contrasts are above 4.5 to 1 on each ground.
 */
export function redlineStyle({ colours, text }: Theme): string {
  const { ink, soft, accent, rule, hairline, tint } = colours;
  return `
:root { --ink: ${ink}; --soft: ${soft}; --accent: ${accent}; --rule: ${rule}; --hairline: ${hairline}; --tint: ${tint};
  --added: #0b5226; --added-ground: #e2f3e7; --removed: #8a1510; --removed-ground: #fbe9e7; --moved: #5b3a00; --moved-ground: #fbf1dc; }
${STYLE.replace('PAPER_SIZE', `${text.size}pt`)}`;
}

const STYLE = `
*, ::before, ::after { box-sizing: border-box; }
html { color: var(--ink); background: #fff; line-height: 1.5; -webkit-text-size-adjust: 100%; text-size-adjust: 100%;
  font-family: "Source Sans 3", "Source Sans Pro", Seravek, "Segoe UI", Ubuntu, "Noto Sans", system-ui, sans-serif; }
body { margin: 0 auto; max-width: 50rem; padding: 1.5rem 1.25rem 3rem; overflow-wrap: break-word; }
a { color: var(--accent); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
:target { scroll-margin-top: 1rem; box-shadow: 0 0 0 3px var(--accent); }
.skip { position: absolute; left: -100vw; padding: .5rem 1rem; background: #fff; }
.skip:focus { left: 0; top: 0; }
.said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

ins, .added-words { color: var(--added); background: var(--added-ground); text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: .15em; }
del, .removed-words { color: var(--removed); background: var(--removed-ground); text-decoration: line-through; text-decoration-thickness: 2px; }
ins a { color: inherit; }
.restyled { border-bottom: 2px dotted var(--moved); }
.why, .tag, .version { display: inline-block; padding: 0 .35em; font-size: .75rem; line-height: 1.4; font-weight: 400; font-style: normal; text-align: left; text-decoration: none; color: var(--moved); background: var(--moved-ground); border: 1px solid currentColor; border-radius: .2em; }
.was { color: var(--soft); font-size: .85em; }

.masthead { margin: 0; color: var(--soft); }
.marking { margin: 0 0 1rem; font-weight: 600; letter-spacing: .06em; }
h1, h2, h3, h4, h5 { line-height: 1.25; font-weight: 600; }
h1 { margin: .5rem 0 .25rem; font-size: 1.9rem; }
h2 { margin: 2.5rem 0 .75rem; font-size: 1.4rem; color: var(--accent); }
h3 { margin: 1.75rem 0 .5rem; font-size: 1.15rem; }
h4, h5 { margin: 1.25rem 0 .4rem; font-size: 1rem; color: var(--soft); }
.versions-named { margin: 0 0 1rem; font-size: 1.1rem; }
.key { padding: .6rem .9rem; background: var(--tint); font-size: .95rem; }
.summary { margin: 0; padding: 0; list-style: none; }
.summary > li { padding: .3rem 0; border-bottom: 1px solid var(--hairline); }
.summary strong { font-weight: 600; }
.summary details { display: inline; }
summary { display: inline; color: var(--accent); cursor: pointer; text-decoration: underline; text-underline-offset: .15em; }

p { margin: 0 0 .8rem; }
ul { margin: 0 0 .8rem; padding: 0 0 0 1.5rem; list-style: none; }
li { padding-bottom: .2rem; }
main li { text-indent: -1.2rem; padding-left: 1.2rem; }
main li > ul { text-indent: 0; padding-left: .5rem; }
.marker, .number { color: var(--soft); text-indent: 0; }
dl { margin: 0 0 1rem; }
dt { font-weight: 600; color: var(--soft); }
dd { margin: 0 0 .35rem; }
[role="note"], .notes, .described, .subtitle { font-size: .9rem; color: var(--soft); }
.notes p { margin: 0 0 .3rem; }

.change { margin: 1rem 0; padding: .5rem 0 .1rem .9rem; border-left: 4px solid var(--moved); }
.change.added { border-left-color: var(--added); }
.change.removed { border-left-color: var(--removed); }
.change > .label-line { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; margin: 0 0 .35rem; font-size: .85rem; color: var(--soft); }
.change .what { font-weight: 600; color: var(--moved); }
.change.added .what { color: var(--added); }
.change.removed .what { color: var(--removed); }
.steps a { display: inline-block; padding: 0 .3rem; }
.change :is(h2, h3, h4, h5) { margin-top: .25rem; }
.moved-away { padding-left: .9rem; border-left: 4px dotted var(--moved); font-size: .9rem; color: var(--soft); }

.scroll { position: relative; overflow-x: auto; }
.table, figure { margin: 1.25rem 0; }
table { width: 100%; border-collapse: collapse; font-size: .95rem; line-height: 1.35; }
caption, figcaption { padding-bottom: .4rem; text-align: left; font-weight: 600; }
figcaption p { margin: 0; }
.subtitle { font-weight: 400; }
.label { color: var(--accent); }
th, td { padding: .35rem .5rem; vertical-align: top; text-align: left; overflow-wrap: normal; border-bottom: 1px solid var(--hairline); }
thead { background: var(--tint); }
tbody th { font-weight: 400; }
td.figure :is(del, ins) { white-space: nowrap; }
.figure { text-align: right; font-variant-numeric: tabular-nums; }
.group th { font-style: italic; }
.total :is(th, td) { font-weight: 600; }
tr.added > *, th.added, td.added { background: var(--added-ground); }
tr.removed > *, th.removed, td.removed { background: var(--removed-ground); }
tr.moved > * { background: var(--moved-ground); }
svg { display: block; width: 100%; min-width: 26rem; height: auto; overflow: visible; }
svg text { font-family: inherit; }
.versions { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); }
.versions > div { min-width: 0; }
.version { margin: 0 0 .25rem; }

@media (max-width: 36rem) {
  body { padding-inline: 1rem; }
  .change { padding-left: .6rem; }
}
@page { size: A4; margin: 20mm 18mm; @bottom-right { content: "Page " counter(page) " of " counter(pages); font-size: 9pt; } }
@media print {
  html { font-size: PAPER_SIZE; line-height: 1.35; }
  body { max-width: none; padding: 0; }
  .skip, .steps { display: none; }
  :target { box-shadow: none; }
  a { color: inherit; text-decoration: none; }
  ins a { text-decoration: underline; }
  .scroll { overflow: visible; }
  svg { min-width: 0; }
  h1, h2, h3, h4, h5, caption, figcaption, .label-line { break-after: avoid; }
  figure, tr { break-inside: avoid; }
  p, li { orphans: 2; widows: 2; }
}
`;
