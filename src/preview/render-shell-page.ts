import { markup } from '../markup/markup.js';

/** Renders the page around the paper: status, paper, PDF, problems, and the dialog for a figure. */
export function renderShellPage(title: string): string {
  return markup`<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Preview: ${title}</title>
<link rel="stylesheet" id="style" href="preview.css">
<script type="module" src="preview.js"></script>
</head>
<body>
<a class="skip" id="skip" href="#problems" hidden>Skip to the problems</a>
<header aria-label="The preview">
<h1 id="title">${title}</h1>
<p id="status" role="status"></p>
<p id="work"></p>
<p id="changes" hidden><span id="changes-text"></span> <button type="button" id="previous-change" aria-label="Previous change">Previous</button> <button type="button" id="next-change" aria-label="Next change">Next</button></p>
<p id="views"><button type="button" id="show-paper" aria-pressed="true">Paper</button><button type="button" id="show-pdf" aria-pressed="false">PDF</button></p>
<p><a id="open-pdf" href="paper.pdf" target="_blank" rel="noopener" hidden>Open the PDF</a></p>
</header>
<main aria-label="Paper and PDF">
<section id="paper" aria-labelledby="paper-name">
<h2 id="paper-name" class="visually-hidden">The paper</h2>
<p id="stale" hidden>This is the last good paper. Fix the errors to see your changes.</p>
<p id="no-paper">Building the paper …</p>
<iframe id="paper-frame" title="The paper" hidden></iframe>
</section>
<section id="pdf" aria-labelledby="pdf-name">
<h2 id="pdf-name" class="visually-hidden">The PDF</h2>
<p id="no-pdf">Typesetting the PDF …</p>
<div id="pdf-pages" role="group" aria-label="Pages of the PDF" tabindex="0" hidden></div>
</section>
</main>
<section id="problems" aria-labelledby="problems-name" hidden>
<h2 id="problems-name"></h2>
<ol id="problem-list" tabindex="0" aria-labelledby="problems-name"></ol>
</section>
<dialog id="figure" aria-labelledby="figure-name">
<h2 id="figure-name" tabindex="-1" autofocus></h2>
<dl id="figure-facts"></dl>
<form method="dialog"><button>Close</button></form>
</dialog>
<noscript><p>The preview needs JavaScript. Please allow scripts on this page.</p></noscript>
</body>
</html>
`.html;
}
