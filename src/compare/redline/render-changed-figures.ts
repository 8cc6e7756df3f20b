import { makeElement, markup, type Html } from '../../markup/markup.js';
import type { Change } from '../describe/list-changes.js';
import { listChangedFigures, type ChangedFigure } from '../describe/list-changed-figures.js';
import type { Signposts } from './make-signposts.js';
import { mapTargets, renderChangeLinks, type Targets } from './render-change-links.js';

/** Renders a table of the figures that changed, with links to the parts that print them. */
export function renderChangedFigures(changes: readonly Change[], signposts: Signposts): Html | null {
  const groups = groupFigures(listChangedFigures(changes));
  if (groups.length === 0) return null;
  const targets = mapTargets(changes, signposts);
  return markup`<section aria-labelledby="_figures">
<h2 id="_figures">Figures that changed</h2>
<div class="scroll" role="group" tabindex="0" aria-labelledby="_figures"><table class="changed-figures">
<thead>
<tr><th scope="col">Figure</th><th scope="col" class="figure">Before</th><th scope="col" class="figure">Now</th><th scope="col">Why</th><th scope="col">Where</th></tr>
</thead>${groups.map((group) => renderGroup(group, targets))}
</table></div>
</section>
`;
}

/** Groups the ways in which one figure is printed. */
function groupFigures(figures: readonly ChangedFigure[]): ChangedFigure[][] {
  const groups = new Map<string, ChangedFigure[]>();
  for (const figure of figures) {
    const key = JSON.stringify([figure.label, figure.period]);
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  return [...groups.values()];
}

function renderGroup(group: readonly ChangedFigure[], targets: Targets): Html {
  const rows = group.map((figure, index) => {
    const heading = index === 0 ? renderHeading(figure, group.length) : null;
    return markup`\n<tr>${heading}${renderCells(figure, targets)}</tr>`;
  });
  return markup`\n<tbody>${rows}\n</tbody>`;
}

function renderHeading({ label, period, before }: ChangedFigure, rows: number): Html {
  const hasOtherPeriod = before.period !== period;
  const isKnown = period !== null && !hasOtherPeriod;
  const periodLine = !isKnown ? null : markup`<br><span class="soft">${period}</span>`;
  return makeElement('th', { scope: 'rowgroup', rowspan: rows }, [label, periodLine]);
}

function renderCells({ before, after, causes, reason, where }: ChangedFigure, targets: Targets): Html[] {
  const hasOtherPeriod = before.period !== after.period;
  return [
    makeElement('td', { class: 'figure old' }, renderValue(before, hasOtherPeriod)),
    makeElement('td', { class: 'figure new' }, renderValue(after, hasOtherPeriod)),
    markup`<td class="why"><span class="reason">${causes.join(' and ')}</span> ${reason}.</td>`,
    makeElement('td', { class: 'where' }, renderChangeLinks(where, targets)),
  ];
}

/** Renders a value, with its period if the other version has another. */
function renderValue({ text, period }: ChangedFigure['before'], withPeriod: boolean): Html {
  return withPeriod && period !== null
    ? markup`${text}<br><span class="soft">${period}</span>`
    : markup`${text}`;
}
