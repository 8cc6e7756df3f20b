/** What the preview adds to the paper's look: that figures can be asked about, and what has changed, in words and by a bar. */
export const PAPER_STYLE = `
[data-figure] { cursor: help; text-decoration: underline dotted 1px; text-decoration-color: var(--soft); text-underline-offset: .2em; }
[data-figure]:hover { background: var(--tint); text-decoration-style: solid; }
[data-change] { position: relative; padding-top: 1.5rem; }
[data-change]::after { content: ""; position: absolute; top: 0; bottom: 0; left: -.9rem; border-left: .25rem solid #5b3a00; }
[data-change]::before { content: attr(data-change); position: absolute; top: 0; left: 0; padding: 0 .4em; text-indent: 0; font-size: .75rem; font-style: normal; font-weight: 600; line-height: 1.4; color: #5b3a00; background: #fbf1dc; border: 1px solid currentColor; border-radius: .2em; }
@media print { [data-change] { padding-top: 0; } [data-change]::before, [data-change]::after { display: none; } [data-figure] { text-decoration: none; } }
`;
