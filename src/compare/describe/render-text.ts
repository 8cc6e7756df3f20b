import type { ComparedPart, Comparison } from './comparison.js';
import { describeChange } from './describe-change.js';
import { isIdentical } from './is-identical.js';
import { listChangedFigures, type ChangedFigure } from './list-changed-figures.js';
import { listChanges, type Change } from './list-changes.js';
import { summariseChanges } from './summarise-changes.js';

/** Renders the changes for a terminal, by section. Unchanged text is cut to a few words. */
export function renderText(comparison: Comparison, names: { before: string; after: string }): string {
  const title = `${comparison.paper.title}: from ${names.before} to ${names.after}`;
  const caveats = comparison.caveats.map((caveat) => `\n${caveat}`).join('');
  if (isIdentical(comparison)) return `${title}${caveats}\nNothing has changed.`;
  const changes = listChanges(comparison);
  const figures = listChangedFigures(changes).map(describeFigure);
  return [
    renderBlock(
      `${title}${caveats}`,
      summariseChanges(changes).map(({ text }) => text),
    ),
    ...renderSections(changes),
    ...(figures.length > 0 ? [renderBlock('Figures that changed', figures)] : []),
  ].join('\n\n');
}

function renderBlock(title: string, entries: readonly string[]): string {
  return [title, ...entries.map((entry) => entry.replace(/^/gm, '  '))].join('\n');
}

function renderSections(changes: readonly Change[]): string[] {
  const sections = [...new Set(changes.map(({ section }) => section))];
  return sections.map((section) =>
    renderBlock(
      section === '' ? 'The paper' : section,
      describeChanges(changes.filter((change) => change.section === section)),
    ),
  );
}

/** Describes each change in an entry. Neighbouring paragraphs that are only renumbered share an entry. */
function describeChanges(changes: readonly Change[]): string[] {
  const entries: string[] = [];
  let renumbered: ComparedPart[] = [];
  const closeRun = (): void => {
    if (renumbered.length > 0) entries.push(describeRenumbered(renumbered));
    renumbered = [];
  };
  for (const change of changes)
    if (change.what === 'paragraph' && change.how.join() === 'renumbered') renumbered.push(change.item);
    else {
      closeRun();
      entries.push(describeChange(change));
    }
  closeRun();
  return entries;
}

function describeRenumbered(paragraphs: readonly ComparedPart[]): string {
  const noun = paragraphs.length === 1 ? 'paragraph' : 'paragraphs';
  return `${noun} ${formatRange(paragraphs, 'before')}: now ${formatRange(paragraphs, 'after')}`;
}

function formatRange(paragraphs: readonly ComparedPart[], version: 'before' | 'after'): string {
  const numbers = paragraphs.map((paragraph) => paragraph[version]?.number ?? '–');
  const [first = '', last = ''] = [numbers[0], numbers.at(-1)];
  return numbers.length === 1 ? first : `${first} to ${last}`;
}

/** Describes a figure in two lines: its old and new value and its places, and then the reason. */
function describeFigure({ label, period, before, after, causes, reason, where }: ChangedFigure): string {
  const periods = before.period === period ? [period] : [before.period, period];
  const name = [label, periods.filter((each) => each !== null).join(' → ')].filter((part) => part !== '');
  const places = where.map((place) => place.name).join(', ');
  return `${name.join(', ')}: ${before.text} → ${after.text} (${causes.join(' and ')}): ${places}\n    ${reason}`;
}
