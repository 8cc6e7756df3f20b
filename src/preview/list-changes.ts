import {
  blockRuns,
  type Block,
  type Document,
  type Inline,
  type List,
  type Section,
} from '../model/document.js';
import type { Change } from './preview-state.js';

/**
 * What differs from the good paper before, block by block. A block is known by its anchor; one without, such as a list, by its text
 * within its section. What is only renumbered has not changed: numbers are left out, and references count by where they lead.
 */
export function listChanges(before: Document, now: Document): { changes: Change[]; removed: number } {
  const old = new Map(allSections(before).map((section) => [section.id, section]));
  const anchors = new Map(allSections(before).flatMap(({ blocks }) => blocks.flatMap(anchored)));
  const changes: Change[] = [];
  allSections(now).forEach((section, index) => {
    const former = old.get(section.id);
    if (former?.title !== section.title)
      changes.push({ section: index, block: null, kind: former ? 'changed' : 'new' });
    const unanchored = new Set(former?.blocks.flatMap((one) => ('anchor' in one ? [] : [textOf(one)])));
    section.blocks.forEach((block, number) => {
      const kind = changeOf(block, anchors, unanchored);
      if (kind) changes.push({ section: index, block: number, kind });
    });
  });
  return { changes, removed: countRemoved(before, now) };
}

function changeOf(
  block: Block,
  anchors: Map<string, string>,
  unanchored: Set<string>,
): Change['kind'] | null {
  if (!('anchor' in block)) return unanchored.has(textOf(block)) ? null : 'changed';
  const former = anchors.get(block.anchor);
  if (former === undefined) return 'new';
  return former === textOf(block) ? null : 'changed';
}

function countRemoved(before: Document, now: Document): number {
  const kept = new Set(
    allSections(now).flatMap(({ blocks }) => blocks.flatMap(anchored).map(([anchor]) => anchor)),
  );
  return allSections(before)
    .flatMap(({ blocks }) => blocks.flatMap(anchored))
    .filter(([anchor]) => !kept.has(anchor)).length;
}

function allSections({ sections, appendices }: Document): Section[] {
  return [...sections, ...appendices];
}

function anchored(block: Block): [string, string][] {
  return 'anchor' in block ? [[block.anchor, textOf(block)]] : [];
}

/** All that a reader would see differ. Runs are kept apart, so that words that move between cells are a change. */
function textOf(block: Block): string {
  const runs = [...blockRuns(block)].map((run) => run.map(inlineText).join(''));
  return JSON.stringify([block.kind, runs, shapeOf(block)]);
}

function shapeOf(block: Block): unknown {
  switch (block.kind) {
    case 'heading':
      return block.level;
    case 'list':
      return outline(block);
    case 'chart':
    case 'diagram':
      return [block.drawing.svg, block.alternative];
    default:
      return null;
  }
}

function outline({ style, items }: List): unknown {
  return [style, items.map(({ lists }) => lists.map(outline))];
}

function inlineText(inline: Inline): string {
  switch (inline.kind) {
    case 'emphasis':
    case 'strong':
      return `<${inline.kind}>${inline.content.map(inlineText).join('')}</>`;
    case 'link':
      return `<${inline.url}>${inline.content.map(inlineText).join('')}</>`;
    case 'break':
      return '\n';
    case 'reference':
      return `<${inline.target ?? ''} ${inline.end ?? ''}>`;
    case 'term':
      return `${inline.expansion} (${inline.text})`;
    case 'text':
    case 'value':
      return inline.text;
  }
}
