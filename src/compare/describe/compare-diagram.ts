import type { Diagram } from '../../model/blocks/diagram.js';
import type { DiagramBox } from '../../model/drawing.js';
import { listWords } from '../align/list-words.js';
import { makeMember } from '../align/member.js';
import { pairSequences } from '../align/pair-sequences.js';
import { classifyInside, classifyPair, classifyTexts, sortKinds } from './classify-change.js';
import { compareNotes } from './compare-notes.js';
import type { CompareWords } from './compare-words.js';
import type { ChangeKind, DiagramPart, TextComparison } from './comparison.js';

type Arrow = Diagram['data']['arrows'][number];

/** Compares the title, notes, boxes and arrows of a diagram. */
export function compareDiagram(
  before: Diagram | null,
  after: Diagram | null,
  compare: CompareWords,
): Omit<DiagramPart, 'before' | 'after'> {
  const title = compare(before?.title ?? null, after?.title ?? null);
  const alternative = compare(before?.alternative ?? null, after?.alternative ?? null);
  const notes = compareNotes(before, after, compare);
  const boxes = compareBoxes(before, after, compare);
  const arrows = compareArrows(before, after, compare);
  const how: ChangeKind[] = [...classifyTexts([title, alternative]), ...classifyInside(notes)];
  if (boxes.some(hasChanged)) how.push('boxes');
  if (arrows.some(hasChanged)) how.push('arrows');
  const drawings = { before: before?.drawing ?? null, after: after?.drawing ?? null };
  return { kind: 'diagram', how: sortKinds(how), title, alternative, boxes, arrows, notes, drawings };
}

function hasChanged({ how }: TextComparison): boolean {
  return how.length > 0;
}

function compareBoxes(
  before: Diagram | null,
  after: Diagram | null,
  compare: CompareWords,
): TextComparison[] {
  const pairs = pairSequences(listBoxes(before), listBoxes(after), (box) =>
    makeMember('box', { label: box.id, words: listWords(formatBox(box)) }),
  );
  return pairs.map((pair) => {
    const text = compare(pair.before && formatBox(pair.before), pair.after && formatBox(pair.after));
    return { how: classifyPair(pair, [text]), text };
  });
}

function listBoxes(diagram: Diagram | null): DiagramBox[] {
  return diagram?.data.rows.flat() ?? [];
}

function formatBox({ title, text }: DiagramBox): string {
  return [title, ...text].join('; ');
}

/** Arrows are matched by the boxes that they join, and the order of arrows does not matter. */
function compareArrows(
  before: Diagram | null,
  after: Diagram | null,
  compare: CompareWords,
): TextComparison[] {
  const titles = new Map([...listBoxes(before), ...listBoxes(after)].map(({ id, title }) => [id, title]));
  const format = (arrow: Arrow | null): string | null => arrow && formatArrow(arrow, titles);
  const pairs = pairSequences(before?.data.arrows ?? [], after?.data.arrows ?? [], ({ from, to }) =>
    makeMember('arrow', { label: `${from} ${to}` }),
  );
  return pairs.map((pair) => {
    const text = compare(format(pair.before), format(pair.after));
    return { how: classifyPair({ ...pair, isMoved: false }, [text]), text };
  });
}

/** Names boxes by their new titles, so that a renamed box does not change its arrows. */
function formatArrow({ from, to, label, isTwoWay }: Arrow, titles: Map<string, string>): string {
  const joined = `${titles.get(from) ?? from} ${isTwoWay ? '↔' : '→'} ${titles.get(to) ?? to}`;
  return label === null ? joined : `${joined}: ${label}`;
}
