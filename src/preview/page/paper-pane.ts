import type { Change, PreviewState } from '../preview-state.js';
import { byId } from './element.js';
import { PAPER_STYLE } from './paper-style.js';
import { readingPlace, wayBack, type Landmark } from './reading-place.js';
import { showFigure } from './show-figure.js';

interface PaperPane {
  show: (state: PreviewState) => void;
  /** The anchors down to what is being read; none at the top, and before there is a paper. */
  readingAt: () => string[];
}

/** The paper in its frame. A newer one takes the place of its text, and the reader, the focus and what was opened stay. */
export function paperPane(onMove: (anchors: string[]) => void): PaperPane {
  const frame = byId('paper-frame') as HTMLIFrameElement;
  let shown: string | null = null;
  let wanted: PreviewState | null = null;
  const page = (): Document | null => (shown === null ? null : frame.contentDocument);

  const readingAt = (): string[] => {
    const now = page();
    // Ids of the page's own hold an underscore, which anchors of the paper do not.
    return now ? readingPlace(landmarks(now)).names.filter((name) => !name.includes('_')) : [];
  };
  let last: string | undefined;
  const moved = (): void => {
    const anchors = readingAt();
    if (anchors.at(-1) === last) return;
    last = anchors.at(-1);
    onMove(anchors);
  };

  const update = async (state: PreviewState): Promise<void> => {
    const text = await (await fetch(`paper.html?paper=${state.paper ?? 0}`)).text();
    if (wanted?.paper !== state.paper || text === shown) return; // a newer one is on its way, or it is there already
    const now = page();
    const sameStyle = now?.querySelector('style')?.textContent === /<style>(.*?)<\/style>/s.exec(text)?.[1];
    const kept = now && keepPlace(now);
    if (now && sameStyle) now.body.replaceWith(now.adoptNode(bodyOf(text)));
    else await load(frame, `paper.html?paper=${state.paper ?? 0}`, moved);
    shown = text;
    const loaded = frame.contentDocument;
    if (!loaded) return;
    markChanges(loaded, state);
    makeFiguresKeys(loaded);
    kept?.(loaded);
    (byId('style') as HTMLLinkElement).href = `preview.css?paper=${state.paper ?? 0}`;
  };

  const go = (step: 1 | -1): void => {
    const now = page();
    if (!now) return;
    const changed = [...now.querySelectorAll<HTMLElement>('[data-change]')];
    const top = (one: HTMLElement): number => Math.round(one.getBoundingClientRect().top) - GAP;
    const next = step > 0 ? changed.find((one) => top(one) > 1) : changed.findLast((one) => top(one) < -1);
    const target = next ?? (step > 0 ? changed[0] : changed.at(-1));
    if (target) now.defaultView?.scrollBy(0, top(target));
  };
  byId('next-change').addEventListener('click', () => go(1));
  byId('previous-change').addEventListener('click', () => go(-1));

  return {
    show: (state) => {
      const stale = !state.current && state.paper !== null;
      byId('stale').hidden = !stale;
      byId('no-paper').hidden = state.paper !== null;
      byId('no-paper').textContent = state.current
        ? 'The paper is being made …'
        : 'There is no good paper to show yet: mend the errors below.';
      byId('changes').hidden = state.changes.length + state.removed === 0;
      byId('changes-text').textContent = changeWords(state);
      for (const step of ['previous', 'next']) byId(`${step}-change`).hidden = state.changes.length === 0;
      if (state.paper === null || state.paper === wanted?.paper) return;
      wanted = state;
      frame.hidden = false;
      update(state).catch(() => (wanted = null)); // the preview went away meanwhile: it tells again when it is back
    },
    readingAt,
  };
}

/** The head is left out: this page's policy is not the paper's, and would complain of its style. */
function bodyOf(text: string): HTMLElement {
  return new DOMParser().parseFromString(text.slice(text.indexOf('<body>')), 'text/html').body;
}

const GAP = 24;

function load(frame: HTMLIFrameElement, url: string, moved: () => void): Promise<void> {
  return new Promise((resolve) => {
    frame.addEventListener(
      'load',
      () => {
        if (frame.contentDocument) prepare(frame.contentDocument);
        frame.contentDocument?.addEventListener('scroll', moved, { passive: true });
        resolve();
      },
      { once: true },
    );
    frame.src = url;
  });
}

/** What holds for the frame's page as long as it stands, whatever text is put into it. */
function prepare(page: Document): void {
  const window = page.defaultView;
  if (!window) return;
  // Built by the page itself, as its policy demands of a style that it did not come with.
  const sheet = new window.CSSStyleSheet();
  sheet.replaceSync(PAPER_STYLE);
  page.adoptedStyleSheets = [sheet];
  page.addEventListener('click', (event) => {
    const target = event.target as Element;
    const figure = target.closest<HTMLElement>('[data-figure]');
    if (figure) void showFigure(markOf(figure), figure);
    const link = target.closest<HTMLAnchorElement>('a[href]');
    if (!link || link.getAttribute('href')?.startsWith('#')) return;
    event.preventDefault(); // the frame may hold nothing but the paper
    open(link.href, '_blank', 'noopener,noreferrer');
  });
  page.addEventListener('keydown', (event) => {
    const figure = (event.target as Element).closest<HTMLElement>('[data-figure]');
    if (!figure || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    void showFigure(markOf(figure), figure);
  });
}

function markOf({ dataset }: HTMLElement): string {
  return `${dataset['figure'] ?? ''} ${dataset['figurePlace'] ?? ''}`;
}

function makeFiguresKeys(page: Document): void {
  for (const figure of page.querySelectorAll('[data-figure]')) {
    figure.setAttribute('tabindex', '0');
    figure.setAttribute('role', 'button');
    figure.setAttribute('aria-haspopup', 'dialog');
  }
}

/** Sections and their blocks stand in the page as they do in the document: the heading first. */
function markChanges(page: Document, { changes }: PreviewState): void {
  const lines = page.querySelectorAll(HEADER_LINES);
  const sections = page.querySelectorAll('main > section');
  for (const { section, block, kind } of changes) {
    const changed =
      section === null ? lines[block ?? 0] : sections[section]?.children[block === null ? 0 : block + 1];
    changed?.setAttribute('data-change', kind);
  }
}

const HEADER_LINES = '#_top > :is(.status, .masthead, h1, .changes), #_top > dl > div';

function changeWords({ changes, removed }: { changes: Change[]; removed: number }): string {
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

function landmarks(page: Document): Landmark[] {
  return [...page.querySelectorAll('[id]')].map((one) => ({
    name: one.id,
    top: one.getBoundingClientRect().top,
  }));
}

/** Remembers what is read, what is open, and which figure has the focus; gives what brings them back in the new text. */
function keepPlace(page: Document): (next: Document) => void {
  const place = readingPlace(landmarks(page));
  const opened = [...page.querySelectorAll('figure:has(details[open])')].map(({ id }) => id);
  const focused = (page.activeElement as HTMLElement | null)?.closest<HTMLElement>('[data-figure]');
  const same = (one: Document): HTMLElement[] =>
    [...one.querySelectorAll<HTMLElement>('[data-figure]')].filter(
      ({ dataset }) => dataset['figure'] === focused?.dataset['figure'],
    );
  const index = focused ? same(page).indexOf(focused) : -1;
  return (next) => {
    for (const id of opened) next.getElementById(id)?.querySelector('details')?.setAttribute('open', '');
    next.defaultView?.scrollBy(0, wayBack(place, landmarks(next)));
    if (focused) same(next)[index]?.focus({ preventScroll: true });
  };
}
