import type { Theme } from '../model/theme.js';

/** The look of the preview around the paper, in the theme's colours; in its own until the theme is known. */
export function previewStyle(theme: Theme | null): string {
  const { ink, soft, accent, rule, hairline, tint } = theme?.colours ?? PLAIN;
  return `:root { --ink: ${ink}; --soft: ${soft}; --accent: ${accent}; --rule: ${rule}; --hairline: ${hairline}; --tint: ${tint};
  --error: #8a1510; --error-ground: #fbe9e7; --warning: #5b3a00; --warning-ground: #fbf1dc; }
${STYLE}`;
}

const PLAIN = {
  ink: '#1d2329',
  soft: '#56606a',
  accent: '#24415f',
  rule: '#b9c2cb',
  hairline: '#dde3e8',
  tint: '#eef2f6',
};

const STYLE = `
*, ::before, ::after { box-sizing: border-box; }
html { height: 100%; color: var(--ink); background: #fff; line-height: 1.45; color-scheme: light;
  font-family: "Source Sans 3", "Source Sans Pro", Seravek, "Segoe UI", Ubuntu, "Noto Sans", system-ui, sans-serif; }
body { margin: 0; height: 100%; display: flex; flex-direction: column; background: var(--tint); }
[hidden] { display: none !important; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.said { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -100vw; z-index: 1; padding: .5rem 1rem; background: #fff; color: var(--accent); }
.skip:focus { left: 0; top: 0; }
button { padding: .2rem .7rem; min-height: 1.75rem; font: inherit; font-size: .875rem; color: var(--accent); background: #fff; border: 1px solid var(--rule); border-radius: .25rem; cursor: pointer; }
a { color: var(--accent); }
button:hover { border-color: var(--accent); }

header { flex: none; display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1.25rem; padding: .5rem 1rem; background: #fff; border-bottom: 1px solid var(--rule); }
header p { margin: 0; font-size: .9rem; }
h1 { flex: 0 1 auto; margin: 0; font-size: 1rem; font-weight: 600; color: var(--accent); }
#status { color: var(--soft); }
#work { flex: 1 1 10rem; color: var(--soft); }
#status::before { content: ""; display: inline-block; width: .6rem; height: .6rem; margin-right: .5rem; border: 2px solid var(--accent); border-radius: 50%; }
#status[data-kind="good"]::before { background: var(--accent); }
#status[data-kind="stopped"]::before { border-radius: 0; background: var(--error); border-color: var(--error); }
#status[data-kind="stopped"] { color: var(--error); font-weight: 600; }
#views button { border-radius: 0; margin-left: -1px; }
#views button[aria-pressed="true"] { color: #fff; background: var(--accent); border-color: var(--accent); text-decoration: underline; }

main { flex: 1 1 0; min-height: 12rem; display: flex; gap: 1px; background: var(--rule); }
main > section { position: relative; flex: 1 1 0; min-width: 0; display: flex; flex-direction: column; background: #fff; }
#pdf { background: var(--tint); }
#pdf-pages { position: relative; flex: 1 1 0; overflow: auto scroll; padding: .5rem; }
#pdf-pages:focus-visible { outline-offset: -3px; }
.page { min-width: 34rem; margin: 0 0 .5rem; background: #fff; box-shadow: 0 0 .25rem var(--rule); }
.page canvas { display: block; width: 100%; height: 100%; }
iframe { flex: 1; width: 100%; border: 0; }
#no-paper, #no-pdf { margin: auto; padding: 2rem; color: var(--soft); }
#stale { flex: none; margin: 0; padding: .4rem 1rem; font-size: .9rem; color: var(--error); background: var(--error-ground); border-bottom: 1px solid var(--error); }

#problems { flex: none; max-height: 38vh; display: flex; flex-direction: column; background: #fff; border-top: 2px solid var(--accent); }
#problems h2 { flex: none; margin: 0; padding: .4rem 1rem; font-size: .95rem; font-weight: 600; background: var(--tint); }
#problem-list { margin: 0; padding: 0 1rem .5rem; overflow-y: auto; list-style: none; }
#problem-list:focus-visible { outline-offset: -3px; }
#problem-list > li { padding: .6rem 0 .5rem; border-bottom: 1px solid var(--hairline); }
#problem-list > li:last-child { border-bottom: 0; }
#problem-list p { margin: 0; }
.severity { display: inline-block; margin-right: .5rem; padding: 0 .4rem; font-size: .8rem; font-weight: 600; border: 1px solid currentColor; border-radius: .2rem; }
.error .severity { color: var(--error); background: var(--error-ground); }
.warning .severity { color: var(--warning); background: var(--warning-ground); border-style: dashed; }
.place { font-family: ui-monospace, "Source Code Pro", Consolas, monospace; font-size: .85rem; color: var(--accent); overflow-wrap: anywhere; }
.rule { font-size: .85rem; color: var(--soft); }
pre { margin: .3rem 0; padding: .35rem .6rem; overflow-x: auto; font-family: ui-monospace, "Source Code Pro", Consolas, monospace; font-size: .85rem; line-height: 1.35; background: var(--tint); white-space: pre-wrap; overflow-wrap: anywhere; }
pre mark { color: inherit; background: none; border-bottom: 3px solid var(--error); }
.warning pre mark { border-bottom-color: var(--warning); }
.advice { font-size: .9rem; }
.advice b { font-weight: 600; }

dialog { container-type: inline-size; width: min(34rem, calc(100vw - 2rem)); max-height: calc(100vh - 2rem); overflow: auto; padding: min(1.25rem, 4vw) min(1.5rem, 5vw); color: inherit; border: 1px solid var(--accent); border-radius: .4rem; box-shadow: 0 .5rem 2rem rgb(0 0 0 / .25); }
dialog::backdrop { background: rgb(29 35 41 / .25); }
dialog h2 { margin: 0 0 .75rem; overflow-wrap: anywhere; font-size: 1.15rem; line-height: 1.25; color: var(--accent); }
dialog h2:focus { outline: none; }
dialog dl { margin: 0 0 1rem; display: grid; grid-template-columns: max-content 1fr; gap: .3rem 1rem; }
dialog dt { color: var(--soft); }
@container (max-width: 22em) { dialog dl { display: block; } dialog dd { margin-bottom: .5rem; } }
dialog dd { margin: 0; overflow-wrap: anywhere; white-space: pre-line; }
dialog form { text-align: right; }

@media (min-width: 75rem) {
  #views { display: none; }
  #paper { flex-grow: 1.15; }
}
@media (max-width: 74.99rem) {
  main { display: grid; grid: minmax(0, 1fr) / minmax(0, 1fr); }
  main > section { grid-area: 1 / 1; }
  /* Laid out all the same, so that its reader's place stays. */
  body[data-view="paper"] #pdf, body[data-view="pdf"] #paper { visibility: hidden; }
}
@media (max-height: 30rem) {
  body { height: auto; min-height: 100%; }
  main { flex: none; height: 80vh; }
  #problems { max-height: none; }
}
`;
