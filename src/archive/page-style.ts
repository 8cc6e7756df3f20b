/** The look of the archive's pages: plain, since they outlast the looks of papers. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --ink: #1a1d21; --soft: #555e68; --line: #c9cfd6; --tint: #f3f5f8; --accent: #1d4f91; --paper: #fff; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8eaed; --soft: #a9b1ba; --line: #434b54; --tint: #22272d; --accent: #8fb8f2; --paper: #15181c; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 64rem; padding: 1.5rem 1.25rem 3rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 "Source Sans 3", "Segoe UI", Ubuntu, "Noto Sans", system-ui, sans-serif; }
h1, h2, h3 { line-height: 1.2; }
h1 { font-size: 1.75rem; }
h2 { margin: 2.5rem 0 .5rem; padding-bottom: .3rem; border-bottom: 2px solid var(--accent); font-size: 1.3rem; color: var(--accent); }
h3 { margin: 1.5rem 0 .2rem; font-size: 1.1rem; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.notice { margin: 1rem 0; padding: .6rem 1rem; border-left: 4px solid var(--accent); background: var(--tint); }
.notice p { margin: .3rem 0; max-width: 46rem; }
.facts, footer { color: var(--soft); font-size: .9rem; }
.facts { margin: 0 0 .5rem; }
label { display: block; font-weight: 600; }
input { width: 100%; max-width: 30rem; padding: .45rem .6rem; border: 1px solid var(--soft); border-radius: 3px; background: var(--paper); color: inherit; font: inherit; }
[role="status"] { margin: .3rem 0 0; color: var(--soft); }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: .95rem; }
th, td { padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { color: var(--soft); font-weight: 600; }
td:nth-child(2), td:nth-child(3) { white-space: nowrap; }
.old :is(th, td) { color: var(--soft); font-weight: 400; }
:target { background: var(--tint); }
details { margin-top: .2rem; color: var(--soft); font-size: .85rem; }
summary { cursor: pointer; }
dl { margin: .2rem 0; }
dt { font-weight: 600; }
dd { margin: 0 0 .3rem; }
code { overflow-wrap: anywhere; }
iframe { width: 100%; height: 85vh; border: 1px solid var(--line); background: #fff; }
@media print { form, details { display: none; } }
`;
