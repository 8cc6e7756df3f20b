import { findIncreasingSubsequence } from '../statistics/find-increasing-subsequence.js';
import type { Document } from '../model/document.js';
import type { Section } from '../model/section.js';
import type { Change } from './preview-state.js';
import { runText, visibleText } from './visible-text.js';
import { listSections } from '../model/list-sections.js';

/** One thing that can be marked: a block, a section's heading, or a line of what stands before the first section. */
interface Part {
  at: Pick<Change, 'section' | 'block'>;
  /** Where it belongs: a part elsewhere with the same words is not the same part. */
  within: string;
  /** What it is known by when its words change: its anchor; of a list or a note, its place below one. */
  key: string;
  text: string;
}

/**
 * What differs from the good paper before. A part is the same as one of before where it says the same in the same section, or, its
 * words having changed, where it is known by the same key. What is only renumbered has not changed.
 */
export function listChanges(before: Document, now: Document): { changes: Change[]; removed: number } {
  const old = listParts(before);
  const parts = listParts(now);
  const former = matchUp(old, parts);
  const stayed = former.filter((was) => was !== null);
  const inOrder = new Set([...findIncreasingSubsequence(stayed, [])].map((index) => stayed[index]));
  const changes = parts.flatMap(({ at, text }, index): Change[] => {
    const was = former[index] ?? null;
    if (was === null) return [{ ...at, kind: 'new' }];
    if (old[was]?.text !== text) return [{ ...at, kind: 'changed' }];
    return inOrder.has(was) ? [] : [{ ...at, kind: 'moved' }];
  });
  return { changes, removed: old.length - stayed.length };
}

/** What each part was before: first of those that are wholly the same, then by their words, then by their key. */
function matchUp(old: Part[], parts: Part[]): (number | null)[] {
  const former = parts.map((): number | null => null);
  const taken = new Set<number>();
  for (const sameness of SAMENESSES) {
    const free = new Map<string, number[]>();
    old.forEach((part, was) => {
      if (!taken.has(was)) free.set(sameness(part), [...(free.get(sameness(part)) ?? []), was]);
    });
    parts.forEach((part, index) => {
      const was = former[index] === null ? free.get(sameness(part))?.shift() : undefined;
      if (was === undefined) return;
      former[index] = was;
      taken.add(was);
    });
  }
  return former;
}

const SAMENESSES: ((part: Part) => string)[] = [
  ({ key, text }) => JSON.stringify([key, text]),
  ({ within, text }) => JSON.stringify([within, text]),
  ({ key }) => key,
];

function listParts(document: Document): Part[] {
  return [...headerParts(document), ...listSections(document).flatMap(sectionParts)];
}

/** In the order in which the page shows them. What is not there, such as a status that is not marked, is no part. */
function headerParts(document: Document): Part[] {
  const { masthead, title, header, running, status, statusText, changes } = document;
  const draft = status === 'draft' ? statusText : null;
  const lines: [string, string | null][] = [
    ['status', running.marking === null && draft === null ? null : JSON.stringify([running.marking, draft])],
    ['masthead', JSON.stringify([masthead.authority, masthead.meeting, masthead.committee])],
    ['title', title],
    ...header.fields.map(({ name, value }): [string, string] => [`field ${name}`, runText(value)]),
    ['changes', changes && JSON.stringify([changes.title, changes.text])],
  ];
  return lines
    .flatMap(([key, text]) => (text === null ? [] : [{ key, text }]))
    .map(({ key, text }, block) => ({ at: { section: null, block }, within: 'header', key, text }));
}

function sectionParts({ id, title, blocks }: Section, section: number): Part[] {
  const within = `section ${id}`;
  let above = within;
  let below = 0;
  const keys = blocks.map((block) => {
    below = 'anchor' in block ? 0 : below + 1;
    above = 'anchor' in block ? `anchor ${block.anchor}` : above;
    return below === 0 ? above : `${above} ${block.kind} ${below}`;
  });
  return [
    { at: { section, block: null }, within, key: within, text: title },
    ...blocks.map((one, block) => ({
      at: { section, block },
      within,
      key: keys[block] ?? within,
      text: visibleText(one),
    })),
  ];
}
