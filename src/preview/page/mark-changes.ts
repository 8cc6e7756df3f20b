import type { Change } from '../preview-state.js';

/** The lines before the first section. */
export const HEADER_LINES = '#_top > :is(.status, .masthead, h1, .changes), #_top > dl > div';

/** Marks the changed elements. A section's children are its heading and then its blocks, as in the document. */
export function markChanges(page: Document, changes: readonly Change[]): void {
  for (const marked of page.querySelectorAll('[data-change]')) marked.removeAttribute('data-change');
  findChanged(page, changes).forEach((element, index) => {
    const { kind = 'changed', sentences = [] } = changes[index] ?? {};
    element?.setAttribute('data-change', [kind, ...sentences].join(', '));
  });
}

/** Finds the element of each change. */
export function findChanged(page: Document, changes: readonly Change[]): (Element | undefined)[] {
  const lines = page.querySelectorAll(HEADER_LINES);
  const sections = page.querySelectorAll('main > section');
  return changes.map(({ section, block }) =>
    section === null ? lines[block ?? 0] : sections[section]?.children[block === null ? 0 : block + 1],
  );
}

/** Describes changes as "1 changed, 2 new". */
export function describeChanges({ changes, removed }: { changes: Change[]; removed: number }): string {
  const count = (kind: Change['kind']): number => changes.filter((change) => change.kind === kind).length;
  return [
    [count('changed'), 'changed'],
    [count('new'), 'new'],
    [count('moved'), 'moved'],
    [removed, 'removed'],
  ]
    .filter(([number]) => number !== 0)
    .map(([number, word]) => `${number ?? 0} ${word ?? ''}`)
    .join(', ');
}

/** Scrolls to the next or previous change, and returns it. After the last change comes the first. */
export function scrollToChange(page: Document, step: 1 | -1): HTMLElement | undefined {
  const changed = [...page.querySelectorAll<HTMLElement>('[data-change]')];
  const topOf = (element: HTMLElement): number => Math.round(element.getBoundingClientRect().top) - GAP;
  const next =
    step > 0
      ? changed.find((element) => topOf(element) > 1)
      : changed.findLast((element) => topOf(element) < -1);
  const target = next ?? (step > 0 ? changed[0] : changed.at(-1));
  if (target) page.defaultView?.scrollBy(0, topOf(target));
  return target;
}

/** The space above a change after scrolling, in pixels. */
const GAP = 24;
