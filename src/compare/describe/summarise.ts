import { joinNames } from '../../format/words.js';
import { listFigures, type Change } from './list-changes.js';

/** One line of a summary: what it says, and the changes that it counts. */
export interface SummaryLine {
  text: string;
  changes: { id: string; name: string }[];
}

const NOUNS: Record<Change['what'], [string, string]> = {
  metadata: ['property of the paper', 'properties of the paper'],
  'header field': ['header field', 'header fields'],
  section: ['section', 'sections'],
  heading: ['heading', 'headings'],
  paragraph: ['paragraph', 'paragraphs'],
  list: ['list', 'lists'],
  table: ['table', 'tables'],
  chart: ['chart', 'charts'],
  diagram: ['diagram', 'diagrams'],
  note: ['note', 'notes'],
};

/** "3 paragraphs reworded", "2 figures changed": what changed, counted, each count with its changes. */
export function summarise(changes: readonly Change[]): SummaryLine[] {
  const groups = new Map<string, Change[]>();
  for (const what of Object.keys(NOUNS))
    for (const change of changes.filter((one) => one.what === what)) {
      const key = `${what}|${inWords(change)}`;
      groups.set(key, [...(groups.get(key) ?? []), change]);
    }
  const inTurn = [...groups.values()].sort((a, b) => Number(isRenumbered(a)) - Number(isRenumbered(b)));
  const lines = inTurn.flatMap((group) => {
    const [first] = group;
    return first
      ? [{ text: `${count(group.length, ...NOUNS[first.what])} ${inWords(first)}`, changes: group }]
      : [];
  });
  const figures = listFigures(changes);
  const distinct = new Set(figures.map(({ id, label, period }) => JSON.stringify([id, label, period]))).size;
  if (distinct === 0) return lines;
  const where = new Map(figures.flatMap((one) => one.where).map((one) => [one.id, one]));
  return [
    ...lines,
    { text: `${count(distinct, 'figure', 'figures')} changed`, changes: [...where.values()] },
  ];
}

/** New numbers follow from the rest: they are told last. */
function isRenumbered([first]: Change[]): boolean {
  return first?.how[0] === 'renumbered';
}

function count(n: number, singular: string, plural: string): string {
  return `${n} ${n === 1 ? singular : plural}`;
}

/** In what way something changed: "moved and reworded". What follows from something else is said only where it is alone. */
export function inWords({ what, how }: Change): string {
  if (what === 'metadata') return 'changed';
  const [first] = how;
  if (first === 'added' || first === 'removed') return first;
  const words: string[] = [];
  if (how.includes('moved')) words.push('moved');
  if (how.includes('retitled')) words.push('retitled');
  const isText = what !== 'table' && what !== 'chart' && what !== 'diagram';
  const content = how.some((one) => !['moved', 'retitled', 'restyled', 'renumbered'].includes(one));
  if (content)
    words.push(!isText ? 'changed' : how.includes('reworded') ? 'reworded' : 'changed in figures only');
  if (words.length === 0) words.push(how.includes('restyled') ? 'set in another style' : 'renumbered');
  return joinNames(words);
}
