import { escapeXml } from '../../../src/markup/escape-xml.js';
import { markup, trustHtml, type Html } from '../../../src/markup/markup.js';

/** Shows code. `markup` would join its lines. */
export function showCode(text: string): Html {
  return trustHtml(`<pre><code>${escapeXml(text)}</code></pre>`);
}

/** Shows a source above the piece of a paper that it prints. The piece has its own style, in a shadow tree. */
export function showExample(sources: { name: string; text: string }[], output: string, root: string): Html {
  return markup`<div class="example">
${sources.map(({ name, text }) => markup`<p class="source-name">${name}</p>\n${showCode(text)}\n`)}<figure>
<figcaption>What it prints</figcaption>
<div class="paper scroll" role="group" tabindex="0" aria-label="What it prints"><template shadowrootmode="open"><link rel="stylesheet" href="${root}assets/edition.css"><div class="edition"><section>${trustHtml(output)}</section></div></template></div>
</figure>
</div>
`;
}

/** Renders words in which backticks mark code. */
export function renderWords(words: string): Html {
  return markup`${words.split('`').map((part, index) => (index % 2 === 0 ? part : markup`<code>${part}</code>`))}`;
}

/** A table of words. The first cell of a row is its header. */
export function showTable(name: string, heads: string[], rows: (string | Html)[][]): Html {
  return markup`<div class="scroll" role="group" tabindex="0" aria-label="${name}"><table>
<thead><tr>${heads.map((head) => markup`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>
${rows.map(([first = '', ...others]) => markup`<tr><th scope="row">${first}</th>${others.map((cell) => markup`<td>${cell}</td>`)}</tr>\n`)}</tbody>
</table></div>
`;
}
