import { markup, type Html } from '../../markup/markup.js';
import type { Change } from '../describe/list-changes.js';
import { summariseChanges, type SummaryLine } from '../describe/summarise-changes.js';
import type { Signposts } from './make-signposts.js';
import { mapTargets, renderChangeLinks, type Targets } from './render-change-links.js';

/** More links than this are folded away. */
const MAX_OPEN_LINKS = 12;

/** Renders the counts of changes, with a link to each change. */
export function renderSummary(changes: readonly Change[], signposts: Signposts): Html | null {
  if (changes.length === 0) return null;
  const targets = mapTargets(changes, signposts);
  const lines = summariseChanges(changes).map((line) => markup`\n<li>${renderLine(line, targets)}</li>`);
  return markup`<section aria-labelledby="_summary">
<h2 id="_summary">What changed</h2>
<ul class="summary">${lines}
</ul>
</section>
`;
}

function renderLine({ text, changes }: SummaryLine, targets: Targets): Html {
  const links = renderChangeLinks(changes, targets);
  return changes.length > MAX_OPEN_LINKS
    ? markup`<details><summary><strong>${text}</strong></summary> ${links}</details>`
    : markup`<strong>${text}</strong>: ${links}`;
}
