import type { PreviewState } from '../preview-state.js';
import { byId } from './element.js';
import { makeFiguresKeys, onFigure } from './figure-keys.js';
import { findAgain, keepPlace, landmarks } from './keep-place.js';
import { changeWords, goToChange, markChanges } from './mark-changes.js';
import { PAPER_STYLE } from './paper-style.js';
import { readingPlace } from './reading-place.js';
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
    if (wanted !== state || text === shown) return; // a newer one is on its way, or it is there already
    const now = page();
    const sameStyle = now?.querySelector('style')?.textContent === /<style>(.*?)<\/style>/s.exec(text)?.[1];
    const kept = now && keepPlace(now);
    if (now && sameStyle) now.body.replaceWith(now.adoptNode(bodyOf(text)));
    else await load(frame, `paper.html?paper=${state.paper ?? 0}`, moved);
    const loaded = frame.contentDocument;
    if (!loaded || wanted !== state) return;
    shown = text;
    markChanges(loaded, state);
    makeFiguresKeys(loaded);
    kept?.(loaded);
    (byId('style') as HTMLLinkElement).href = `preview.css?paper=${state.paper ?? 0}`;
  };

  for (const [id, step] of [
    ['next-change', 1],
    ['previous-change', -1],
  ] as const)
    byId(id).addEventListener('click', () => {
      const now = page();
      if (now) goToChange(now, step);
    });

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
      update(state).catch(() => {
        if (wanted === state) wanted = null; // the preview went away meanwhile: it tells again when it is back
      });
    },
    readingAt,
  };
}

/** The head is left out: this page's policy is not the paper's, and would complain of its style. */
function bodyOf(text: string): HTMLElement {
  return new DOMParser().parseFromString(text.slice(text.indexOf('<body>')), 'text/html').body;
}

function load(frame: HTMLIFrameElement, url: string, moved: () => void): Promise<void> {
  return new Promise((resolve) => {
    frame.addEventListener(
      'load',
      () => {
        if (frame.contentDocument) prepare(frame.contentDocument, frame);
        frame.contentDocument?.addEventListener('scroll', moved, { passive: true });
        resolve();
      },
      { once: true },
    );
    frame.src = url;
  });
}

/** What holds for the frame's page as long as it stands, whatever text is put into it. */
function prepare(page: Document, frame: HTMLIFrameElement): void {
  const window = page.defaultView;
  if (!window) return;
  // Built by the page itself, as its policy demands of a style that it did not come with.
  const sheet = new window.CSSStyleSheet();
  sheet.replaceSync(PAPER_STYLE);
  page.adoptedStyleSheets = [sheet];
  onFigure(page, (figure) => {
    const again = findAgain(figure);
    // A newer text may stand there when it is closed.
    const focusAgain = (): void => {
      if (frame.contentDocument) again(frame.contentDocument)?.focus({ preventScroll: true });
    };
    showFigure(figure, focusAgain).catch(() => undefined); // the preview went away, as its status says
  });
  page.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]');
    if (!link || link.getAttribute('href')?.startsWith('#')) return;
    event.preventDefault(); // the frame may hold nothing but the paper
    open(link.href, '_blank', 'noopener,noreferrer');
  });
}
