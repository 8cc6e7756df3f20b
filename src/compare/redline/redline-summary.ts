import { makeElement, markup, type Html } from '../../markup/markup.js';
import { listChangedFigures, type ChangedFigure } from '../describe/list-changed-figures.js';
import type { Change } from '../describe/list-changes.js';
import type { Guide } from './signposts.js';
import { summariseChanges, type SummaryLine } from '../describe/summarise-changes.js';

/** From so many links on they are folded away. */
const MANY = 12;

/** What changed, counted, with a link to each change. */
export function summaryHtml(changes: readonly Change[], guide: Guide): Html | null {
  if (changes.length === 0) return null;
  const links = linksTo(changes, guide);
  const lines = summariseChanges(changes).map((line) => markup`\n<li>${lineHtml(line, links)}</li>`);
  return markup`<section aria-labelledby="_summary">
<h2 id="_summary">What changed</h2>
<ul class="summary">${lines}
</ul>
</section>
`;
}

type Links = Map<string, { href: string; change: Change }>;

function linksTo(changes: readonly Change[], guide: Guide): Links {
  return new Map(
    changes.map((change) => [change.id, { href: `#${guide.get(change.item)?.id ?? ''}`, change }]),
  );
}

function lineHtml({ text, changes }: SummaryLine, links: Links): Html {
  const all = joinHtml(changes.map(({ id, name }) => linkHtml(links, id, name)));
  return changes.length > MANY
    ? markup`<details><summary><strong>${text}</strong></summary> ${all}</details>`
    : markup`<strong>${text}</strong>: ${all}`;
}

/** Of what was only renumbered the link tells the old number too. */
function linkHtml(links: Links, id: string, name: string): Html {
  const { href = '', change } = links.get(id) ?? {};
  const old = change?.how[0] === 'renumbered' && 'before' in change.item ? change.item.before : null;
  const was = typeof old === 'object' && old?.number ? ` (was ${old.number})` : '';
  return markup`<a href="${href}">${name}${was}</a>`;
}

function joinHtml(parts: Html[]): Html {
  return markup`${parts.map((part, index) => (index === 0 ? part : markup`, ${part}`))}`;
}

/** Each figure that changed, with the places that print it. */
export function figuresHtml(changes: readonly Change[], guide: Guide): Html | null {
  const figures = listChangedFigures(changes);
  if (figures.length === 0) return null;
  const links = linksTo(changes, guide);
  const groups = new Map<string, ChangedFigure[]>();
  for (const figure of figures) {
    const key = JSON.stringify([figure.label, figure.period]);
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  const bodies = [...groups.values()].map(
    (group) =>
      markup`\n<tbody>${group.map((figure, index) => figureRow(figure, index === 0 ? group.length : 0, links))}\n</tbody>`,
  );
  return markup`<section aria-labelledby="_figures">
<h2 id="_figures">Figures that changed</h2>
<div class="scroll" role="group" tabindex="0" aria-labelledby="_figures"><table>
<thead>
<tr><th scope="col">Figure</th><th scope="col" class="figure">Before</th><th scope="col" class="figure">Now</th><th scope="col">Why</th><th scope="col">Where</th></tr>
</thead>${bodies}
</table></div>
</section>
`;
}

/** One way of printing a figure; the first row of a figure heads the others. */
function figureRow(
  { label, period, before, after, causes, where }: ChangedFigure,
  heads: number,
  links: Links,
): Html {
  const about = period === null ? null : markup`<br><span class="was">${period}</span>`;
  const head = heads > 0 ? makeElement('th', { scope: 'rowgroup', rowspan: heads }, [label, about]) : null;
  const cells = [
    makeElement('td', { class: 'figure' }, before.text),
    makeElement('td', { class: 'figure' }, after.text),
    markup`<td><span class="why">${causes.join(' and ')}</span></td>`,
    makeElement('td', {}, joinHtml(where.map(({ id, name }) => linkHtml(links, id, name)))),
  ];
  return markup`\n<tr>${head}${cells}</tr>`;
}
