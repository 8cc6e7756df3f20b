import type { Diagram } from '../../model/blocks/diagram.js';
import type { List } from '../../model/blocks/list.js';
import type { Block } from '../../model/blocks/block.js';
import type { Inline } from '../../model/inline.js';
import type { DiagramBox } from '../../model/drawing.js';
import { compareGrid } from './compare-grid.js';
import type { DiagramPart, GridPart, How, ItemComparison, Locus, Part, TextPart } from './comparison.js';
import { howPair, howSpans, inOrder } from './classify-change.js';
import type { Pair } from '../align/interleave.js';
import type { Unit } from '../align/list-units.js';
import { listWords } from '../align/list-words.js';
import { pairSequences } from '../align/pair-sequences.js';
import type { CompareWords } from './compare-words.js';

/** Two versions of a block, or one that only one version has. */
export function comparePart(pair: Pair<Unit>, compare: CompareWords): Part {
  const one = pair.after ?? pair.before;
  if (!one) throw new Error('a pair of nothing');
  const [before, after] = [locus(pair.before), locus(pair.after)];
  if (pair.away && before && after) return { kind: 'moved-away', what: one.block.kind, before, after };
  const content = compareBlock(pair, one.block, compare);
  const how: How[] = [];
  if (!before) how.push('added');
  else if (!after) how.push('removed');
  else {
    if (pair.moved) how.push('moved');
    else if (before.number !== after.number) how.push('renumbered');
    how.push(...content.how);
  }
  return { ...content, how: inOrder(how), before, after };
}

function locus(unit: Unit | null): Locus | null {
  return unit && { anchor: unit.anchor, number: unit.number };
}

type Content =
  | Omit<TextPart, 'before' | 'after'>
  | Omit<GridPart, 'before' | 'after'>
  | Omit<DiagramPart, 'before' | 'after'>;

function compareBlock({ before, after }: Pair<Unit>, { kind }: Block, compare: CompareWords): Content {
  switch (kind) {
    case 'table':
    case 'chart':
      return compareFigured(blockOf(before, kind), blockOf(after, kind), kind, compare);
    case 'diagram':
      return compareDiagram(blockOf(before, kind), blockOf(after, kind), compare);
    default:
      return compareText(before, after, kind, compare);
  }
}

function blockOf<K extends Block['kind']>(unit: Unit | null, kind: K): Extract<Block, { kind: K }> | null {
  return unit?.block.kind === kind ? (unit.block as Extract<Block, { kind: K }>) : null;
}

function compareText(
  before: Unit | null,
  after: Unit | null,
  kind: TextPart['kind'],
  compare: CompareWords,
): Content {
  const text = compare(contentOf(before), contentOf(after));
  const [old, now] = [itemsOf(before), itemsOf(after)];
  const items = pairSequences(old, now, ({ content, depth }) => ({
    kind: `item ${depth}`,
    label: null,
    group: '',
    words: listWords(content),
    knownByPlace: true,
  })).map((pair): ItemComparison => {
    const text = compare(pair.before?.content ?? null, pair.after?.content ?? null);
    const { depth = 0, marker = '' } = pair.after ?? pair.before ?? {};
    return { how: howPair(pair, [text]), depth, marker, text };
  });
  const listed = items.flatMap(({ how }) =>
    how.map((one): How => (one === 'figures' || one === 'restyled' ? one : 'reworded')),
  );
  const level =
    after?.block.kind === 'heading'
      ? after.block.level
      : before?.block.kind === 'heading'
        ? before.block.level
        : 0;
  return { kind, level, how: inOrder([...howSpans([text]), ...listed]), text, items };
}

/** What a block says itself: of a list nothing, its items are compared one by one. */
function contentOf(unit: Unit | null): Inline[] | null {
  return unit && 'content' in unit.block ? unit.block.content : null;
}

interface Item {
  content: Inline[];
  depth: number;
  marker: string;
}

function itemsOf(unit: Unit | null): Item[] {
  if (!unit) return [];
  return [...(unit.block.kind === 'list' ? [unit.block] : []), ...unit.lists].flatMap((list) =>
    flatten(list, 0),
  );
}

function flatten({ style, start, items }: List, depth: number): Item[] {
  return items.flatMap(({ content, lists }, index) => [
    { content, depth, marker: style === 'bullet' ? '•' : `${start + index}.` },
    ...lists.flatMap((list) => flatten(list, depth + 1)),
  ]);
}

type Figured = Extract<Block, { kind: 'table' | 'chart' }>;

function compareFigured(
  before: Figured | null,
  after: Figured | null,
  kind: GridPart['kind'],
  compare: CompareWords,
): Content {
  const title = compare(before?.title ?? null, after?.title ?? null);
  const chart = (block: Figured | null) => (block?.kind === 'chart' ? block : null);
  const subtitle = compare(chart(before)?.subtitle ?? null, chart(after)?.subtitle ?? null);
  const alternative = compare(chart(before)?.alternative ?? null, chart(after)?.alternative ?? null);
  const notes = compareNotes(before, after, compare);
  const grid = compareGrid(before, after, compare);
  const how = inOrder([...howSpans([title, subtitle, alternative]), ...howTexts(notes), ...grid.how]);
  const drawings = { before: chart(before)?.drawing ?? null, after: chart(after)?.drawing ?? null };
  return { ...grid, kind, how, title, subtitle, alternative, notes, drawings };
}

function compareDiagram(before: Diagram | null, after: Diagram | null, compare: CompareWords): Content {
  const title = compare(before?.title ?? null, after?.title ?? null);
  const alternative = compare(before?.alternative ?? null, after?.alternative ?? null);
  const notes = compareNotes(before, after, compare);
  const boxes = pairSequences(boxesOf(before), boxesOf(after), (box) => ({
    kind: 'box',
    label: box.id,
    group: '',
    words: listWords(boxText(box)),
    knownByPlace: false,
  })).map((pair) => {
    const text = compare(pair.before && boxText(pair.before), pair.after && boxText(pair.after));
    return { how: howPair(pair, [text]), text };
  });
  const arrows = compareArrows(before, after, compare);
  const drawings = { before: before?.drawing ?? null, after: after?.drawing ?? null };
  const how = inOrder([
    ...howSpans([title, alternative]),
    ...howTexts(notes),
    ...(boxes.some(({ how }) => how.length > 0) ? (['boxes'] as const) : []),
    ...(arrows.some(({ how }) => how.length > 0) ? (['arrows'] as const) : []),
  ]);
  return { kind: 'diagram', how, title, alternative, boxes, arrows, notes, drawings };
}

function boxesOf(diagram: Diagram | null): DiagramBox[] {
  return diagram?.data.rows.flat() ?? [];
}

function boxText({ title, text }: DiagramBox): string {
  return [title, ...text].join('; ');
}

/** Arrows are known by the boxes that they join: one between boxes that were renamed is the same arrow. */
function compareArrows(
  before: Diagram | null,
  after: Diagram | null,
  compare: CompareWords,
): DiagramPart['arrows'] {
  const titles = new Map([...boxesOf(before), ...boxesOf(after)].map(({ id, title }) => [id, title]));
  const say = ({ from, to, label, isTwoWay }: Diagram['data']['arrows'][number]): string =>
    `${titles.get(from) ?? from} ${isTwoWay ? '↔' : '→'} ${titles.get(to) ?? to}${label === null ? '' : `: ${label}`}`;
  return pairSequences(before?.data.arrows ?? [], after?.data.arrows ?? [], ({ from, to }) => ({
    kind: 'arrow',
    label: `${from} ${to}`,
    group: '',
    words: [],
    knownByPlace: false,
  })).map((pair) => {
    const text = compare(pair.before && say(pair.before), pair.after && say(pair.after));
    return { how: howPair({ ...pair, moved: false }, [text]), text };
  });
}

type Noted = Extract<Block, { notes: Inline[][] }>;

function compareNotes(before: Noted | null, after: Noted | null, compare: CompareWords): GridPart['notes'] {
  return pairSequences(before?.notes ?? [], after?.notes ?? [], (note) => ({
    kind: 'note',
    label: null,
    group: '',
    words: listWords(note),
    knownByPlace: true,
  })).map((pair) => {
    const text = compare(pair.before, pair.after);
    return { how: howPair(pair, [text]), text };
  });
}

/** Of notes: one that was added, removed or moved is a rewording of what they stand under. */
function howTexts(texts: { how: How[] }[]): How[] {
  return texts.flatMap(({ how }) =>
    how.map((one) => (one === 'figures' || one === 'restyled' ? one : 'reworded')),
  );
}
