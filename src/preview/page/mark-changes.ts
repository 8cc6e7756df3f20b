import type { Change, PreviewState } from '../preview-state.js';

const HEADER_LINES = '#_top > :is(.status, .masthead, h1, .changes), #_top > dl > div';

/** Sections and their blocks stand in the page as they do in the document: the heading first. */
export function markChanges(page: Document, { changes }: PreviewState): void {
  const lines = page.querySelectorAll(HEADER_LINES);
  const sections = page.querySelectorAll('main > section');
  for (const { section, block, kind } of changes) {
    const changed =
      section === null ? lines[block ?? 0] : sections[section]?.children[block === null ? 0 : block + 1];
    changed?.setAttribute('data-change', kind);
  }
}

/** "1 changed, 2 new". */
export function changeWords({ changes, removed }: { changes: Change[]; removed: number }): string {
  const count = (kind: Change['kind']): number => changes.filter((one) => one.kind === kind).length;
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

/** Scrolls to the next change, or the one before; after the last comes the first. */
export function goToChange(page: Document, step: 1 | -1): void {
  const changed = [...page.querySelectorAll<HTMLElement>('[data-change]')];
  const top = (one: HTMLElement): number => Math.round(one.getBoundingClientRect().top) - GAP;
  const next = step > 0 ? changed.find((one) => top(one) > 1) : changed.findLast((one) => top(one) < -1);
  const target = next ?? (step > 0 ? changed[0] : changed.at(-1));
  if (target) page.defaultView?.scrollBy(0, top(target));
}

const GAP = 24;
