import { markup, type Html } from '../markup/markup.js';
import type { ReturnedFacts } from './preview-setup.js';
import type { EditorChoice } from './preview-state.js';

interface ShellOptions {
  canEdit: boolean;
  /** The returned Word file. Null if there is none. */
  returned: ReturnedFacts | null;
}

/** Renders the page around the paper: status, paper, PDF, review, problems, and the dialog for a figure. */
export function renderShellPage(
  title: string,
  editor: EditorChoice,
  { canEdit, returned }: ShellOptions,
): string {
  const history = canEdit
    ? markup` <button type="button" id="undo" aria-disabled="true">Undo</button> <button type="button" id="redo" aria-disabled="true">Redo</button>`
    : null;
  const showReview =
    returned && markup`<button type="button" id="show-review" aria-pressed="false">Review</button>`;
  return markup`<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Preview: ${title}</title>
<link rel="stylesheet" id="style" href="preview.css">
<script type="module" src="preview.js"></script>
</head>
<body data-editor="${JSON.stringify(editor)}">
<a class="skip" id="skip" href="#problems" hidden>Skip to the problems</a>
<header aria-label="The preview">
<h1 id="title">${title}</h1>
<p id="status" role="status"></p>
<p id="work" role="status"></p>
<progress id="progress" aria-label="Progress of the build" hidden></progress>
<p id="changes" hidden><span id="changes-text"></span> <button type="button" id="previous-change" aria-label="Previous change">Previous</button> <button type="button" id="next-change" aria-label="Next change">Next</button></p>
<p id="views" class="choices" role="group" aria-label="Show"><button type="button" id="show-paper" aria-pressed="true">Paper</button><button type="button" id="show-pdf" aria-pressed="false">PDF</button>${showReview}</p>
<p id="tools"><button type="button" id="open-search">Search</button> <button type="button" id="open-labels" aria-haspopup="dialog">Labels</button> <button type="button" id="open-to-come" aria-haspopup="dialog" hidden></button>${history}</p>
<p><a id="open-pdf" href="paper.pdf" target="_blank" rel="noopener" hidden>Open the PDF</a></p>
</header>
<main aria-label="Paper and PDF">
<section id="paper" aria-labelledby="paper-name">
<h2 id="paper-name" class="visually-hidden">The paper</h2>
<div id="search" class="bar" role="search" aria-label="The paper" hidden>
<label for="search-field">Search</label>
<input id="search-field" type="search" autocomplete="off" spellcheck="false">
<p id="search-count" role="status"></p>
<p><button type="button" id="previous-match" aria-label="Previous match">Previous</button> <button type="button" id="next-match" aria-label="Next match">Next</button> <button type="button" id="close-search" aria-label="Close the search">Close</button></p>
</div>
<p id="stale" hidden>This is the last good paper. Fix the errors to see your changes.</p>
<p id="no-paper">Building the paper …</p>
<iframe id="paper-frame" title="The paper" hidden></iframe>
</section>
<section id="pdf" aria-labelledby="pdf-name">
<h2 id="pdf-name" class="visually-hidden">The PDF</h2>
<p id="no-pdf">Typesetting the PDF …</p>
<div id="pdf-pages" role="group" aria-label="Pages of the PDF" tabindex="0" hidden></div>
</section>
${returned && renderReview(returned, canEdit)}</main>
<section id="problems" aria-labelledby="problems-name" hidden>
<div class="bar">
<h2><button type="button" id="problems-toggle" aria-expanded="true" aria-controls="problem-list"><span id="problems-name"></span></button></h2>
<p id="problem-filter" class="choices" role="group" aria-label="Show"><button type="button" data-severity="all" aria-pressed="true">All</button><button type="button" data-severity="error" aria-pressed="false">Errors</button><button type="button" data-severity="warning" aria-pressed="false">Warnings</button></p>
</div>
<ol id="problem-list" tabindex="0" aria-labelledby="problems-name"></ol>
</section>
<p class="note" role="status"></p>
<dialog id="figure" aria-labelledby="figure-name">
<h2 id="figure-name" tabindex="-1" autofocus></h2>
<dl id="figure-facts"></dl>
<div id="figure-edits" hidden></div>
<p class="note" role="status"></p>
<form method="dialog"><button>Close</button></form>
</dialog>
<dialog id="edit" aria-labelledby="edit-name">
<h2 id="edit-name" tabindex="-1"></h2>
<div id="edit-area"></div>
<p class="note" role="status"></p>
<form id="edit-close" method="dialog"><button>Close</button></form>
</dialog>
<dialog id="labels" aria-labelledby="labels-name">
<h2 id="labels-name">What the text can cite or print</h2>
<div class="fields">
<label for="label-word">Find</label> <input id="label-word" type="search" autocomplete="off" spellcheck="false" autofocus>
<label for="label-kind">Kind</label> <select id="label-kind"></select>
</div>
<p id="label-count" role="status"></p>
<ul id="label-list" tabindex="0" aria-labelledby="labels-name"></ul>
<p class="note" role="status"></p>
<form method="dialog"><button>Close</button></form>
</dialog>
<dialog id="to-come" aria-labelledby="to-come-name">
<h2 id="to-come-name" tabindex="-1" autofocus>Figures still to come</h2>
<ul id="to-come-list"></ul>
<p class="note" role="status"></p>
<form method="dialog"><button>Close</button></form>
</dialog>
<noscript><p>The preview needs JavaScript. Please allow scripts on this page.</p></noscript>
</body>
</html>
`.html;
}

/** Renders the pane with the changes and comments of a returned Word file. The page's script fills it. */
function renderReview({ name, remarks, command }: ReturnedFacts, canEdit: boolean): Html {
  const acceptAll = canEdit
    ? markup`<p><button type="button" id="accept-all" hidden></button></p>
<div id="review-question"></div>
`
    : markup`<p class="review-remark">You can read the changes here. To accept them, start the preview with <code>${command}</code></p>
`;
  return markup`<section id="review" aria-labelledby="review-name">
<div class="bar">
<h2 id="review-name" tabindex="-1">Review of ${name}</h2>
<p id="review-count" role="status"></p>
</div>
<div id="review-scroll" role="group" aria-labelledby="review-name" tabindex="0">
${remarks.map(
  (remark) => markup`<p class="review-remark">${remark}</p>
`,
)}${acceptAll}<div id="review-faults" role="status"></div>
<div id="review-list"><p class="soft">The review appears when the paper is built.</p></div>
</div>
</section>
`;
}
