import { describeKinds } from './describe-kinds.js';
import { listChangedFigures } from './list-changed-figures.js';
import type { Change } from './list-changes.js';

/** A line of the summary, with the changes that it counts. */
export interface SummaryLine {
  text: string;
  changes: { id: string; name: string }[];
}

/** The singular and plural of each kind of part, in the order of the summary. */
const NOUNS: Record<Change['what'], [singular: string, plural: string]> = {
  metadata: ['property of the paper', 'properties of the paper'],
  'header field': ['header field', 'header fields'],
  section: ['section', 'sections'],
  heading: ['heading', 'headings'],
  paragraph: ['paragraph', 'paragraphs'],
  list: ['list', 'lists'],
  table: ['table', 'tables'],
  chart: ['chart', 'charts'],
  diagram: ['diagram', 'diagrams'],
  picture: ['picture', 'pictures'],
  note: ['note', 'notes'],
  quote: ['quotation', 'quotations'],
  footnote: ['footnote', 'footnotes'],
  'key-figures': ['row of key figures', 'rows of key figures'],
  passage: ['passage', 'passages'],
};

/** Counts the changes by kind of part and kind of change: "3 paragraphs reworded", "2 figures changed". */
export function summariseChanges(changes: readonly Change[]): SummaryLine[] {
  // New numbers follow from the other changes, so they come last.
  const groups = groupChanges(changes).sort((a, b) => Number(isRenumbered(a)) - Number(isRenumbered(b)));
  return [...groups.flatMap(summariseGroup), ...summariseFigures(changes)];
}

function groupChanges(changes: readonly Change[]): Change[][] {
  const groups = new Map<string, Change[]>();
  for (const what of Object.keys(NOUNS))
    for (const change of changes.filter((candidate) => candidate.what === what)) {
      const key = `${what}|${describeKinds(change)}`;
      groups.set(key, [...(groups.get(key) ?? []), change]);
    }
  return [...groups.values()];
}

function isRenumbered([first]: Change[]): boolean {
  return first?.how[0] === 'renumbered';
}

function summariseGroup(group: Change[]): SummaryLine[] {
  const [first] = group;
  if (!first) return [];
  return [
    { text: `${formatCount(group.length, NOUNS[first.what])} ${describeKinds(first)}`, changes: group },
  ];
}

function summariseFigures(changes: readonly Change[]): SummaryLine[] {
  const figures = listChangedFigures(changes);
  if (figures.length === 0) return [];
  const count = new Set(figures.map(({ id, label, period }) => JSON.stringify([id, label, period]))).size;
  const places = new Map(figures.flatMap(({ where }) => where).map((place) => [place.id, place]));
  return [{ text: `${formatCount(count, ['figure', 'figures'])} changed`, changes: [...places.values()] }];
}

function formatCount(count: number, [singular, plural]: [string, string]): string {
  return `${count} ${count === 1 ? singular : plural}`;
}
