import type { ChangedText, PreviewState } from '../preview-state.js';
import { announce } from './announce.js';
import { getById, getByIdAs } from './element.js';
import { makeFiguresButtons, listenForFigures } from './figure-buttons.js';
import { capturePlace, listLandmarks } from './capture-place.js';
import { describeChanges, findChanged, scrollToChange, markChanges } from './mark-changes.js';
import { clearWords, describeRemoved, markWords } from './mark-words.js';
import editorStyle from './editing/editor.css?raw';
import paperMarks from './paper-marks.css?raw';
import { findReadingPlace } from './find-reading-place.js';

interface PaperPane {
  show: (state: PreviewState) => void;
  /** Returns the anchors down to the reading place. Empty at the top, and before there is a paper. */
  getReadingPlace: () => string[];
  /** Returns the page on show. Null if there is none yet. */
  getPage: () => Document | null;
  /** Keeps the text on show until the returned function is called. */
  hold: () => () => void;
}

interface PaperListener {
  /** Called with the anchors down to the reading place when that changes. */
  onMove: (anchors: string[]) => void;
  /** Called once for each page of the frame. A newer text may replace that of the same page. */
  onLoad: (page: Document) => void;
  /** Called with the page of a new text before its reading place and focus are restored. */
  onPrepare: (page: Document) => void;
  /** Called with a figure that the author wants to know about. */
  onFigure: (figure: HTMLElement) => void;
  /** Called when the page shows another text. */
  onText: () => void;
}

/** Creates the pane of the paper. A newer paper replaces the text and keeps the reading place, the focus and open details. */
export function createPaperPane({ onMove, onLoad, onPrepare, onFigure, onText }: PaperListener): PaperPane {
  const frame = getByIdAs('paper-frame', HTMLIFrameElement);
  let shownText: string | null = null;
  let requestedState: PreviewState | null = null;
  /** The newest state of the paper on request. Its changes may come after the page. */
  let newestState: PreviewState | null = null;
  let hasLoaded = false;
  /** The number of the paper whose changes are marked. */
  let markedPaper: number | null = null;
  const getPage = (): Document | null => (shownText === null ? null : frame.contentDocument);

  const getReadingPlace = (): string[] => {
    const page = getPage();
    return page ? findReadingPlace(listLandmarks(page)).names.filter((name) => !name.includes('_')) : [];
  };
  let lastAnchor: string | undefined;
  const reportMove = (): void => {
    const anchors = getReadingPlace();
    if (anchors.at(-1) === lastAnchor) return;
    lastAnchor = anchors.at(-1);
    onMove(anchors);
  };

  const update = async (state: PreviewState): Promise<void> => {
    const text = await (await fetch(`paper.html?paper=${state.paper ?? 0}`)).text();
    if (requestedState !== state) return; // a newer paper has been requested
    if (text === shownText) {
      hasLoaded = true;
      return;
    }
    const page = getPage();
    const hasSameStyle =
      page?.querySelector('style')?.textContent === /<style>(.*?)<\/style>/s.exec(text)?.[1];
    const restorePlace = page && capturePlace(page);
    if (page && hasSameStyle) page.body.replaceWith(page.adoptNode(parseBody(text)));
    else await loadPage(frame, `paper.html?paper=${state.paper ?? 0}`, reportMove, onFigure);
    const loaded = frame.contentDocument;
    if (!loaded || requestedState !== state) return;
    const isFirstOfPage = loaded !== page;
    shownText = text;
    hasLoaded = true;
    makeFiguresButtons(loaded);
    onPrepare(loaded);
    restorePlace?.(loaded);
    showChanges(loaded);
    if (isFirstOfPage) onLoad(loaded);
    onText();
    getByIdAs('style', HTMLLinkElement).href = `preview.css?paper=${state.paper ?? 0}`;
  };

  /** Marks the changes once both they and the page are there. The marks take space, so the reading place is restored. */
  const showChanges = (page: Document | null): void => {
    const state = newestState;
    if (!page || !hasLoaded || !state || state.compared !== state.paper || markedPaper === state.paper)
      return;
    markedPaper = state.paper;
    const restorePlace = capturePlace(page);
    clearWords(page);
    markChanges(page, state.changes);
    restorePlace(page);
    showWords(page, state).catch(() => undefined); // the paper has changed meanwhile, or the preview has stopped
  };

  /** Marks the changed words. They are asked for only now: the page and its marks come first. */
  const showWords = async (page: Document, { paper, changes }: PreviewState): Promise<void> => {
    if (changes.length === 0) return;
    const response = await fetch(`changed-words?paper=${paper ?? 0}`);
    if (!response.ok) return;
    const words = (await response.json()) as ChangedText[][]; // sent by our own server
    if (markedPaper !== paper || getPage() !== page || !hasLoaded) return;
    const restorePlace = capturePlace(page);
    markWords(
      page,
      findChanged(page, changes).flatMap((element, index) =>
        element ? [{ element, texts: words[index] ?? [] }] : [],
      ),
    );
    restorePlace(page);
    onText(); // the marks divide text nodes
  };

  let holds = 0;
  const show = (state: PreviewState): void => {
    showPaperStatus(state);
    newestState = state;
    if (state.paper === null || holds > 0) return;
    if (state.paper === requestedState?.paper) {
      showChanges(getPage());
      return;
    }
    requestedState = state;
    hasLoaded = false;
    frame.hidden = false;
    update(state).catch(() => {
      if (requestedState === state) requestedState = null; // the preview is not running; its next event asks again
    });
  };
  listenForSteps(getPage);
  return {
    show,
    hold: () => {
      holds += 1;
      return () => {
        holds -= 1;
        if (newestState) show(newestState);
      };
    },
    getReadingPlace,
    getPage,
  };
}

/** Scrolls to the next or the previous change when its button is clicked. */
function listenForSteps(getPage: () => Document | null): void {
  for (const [id, step] of [
    ['next-change', 1],
    ['previous-change', -1],
  ] as const)
    getById(id).addEventListener('click', () => {
      const page = getPage();
      const change = page && scrollToChange(page, step);
      if (change) announce(describeRemoved(change)); // for readers who cannot point to the marks
    });
}

/** Shows whether the paper is current, and the number of its changes. */
function showPaperStatus(state: PreviewState): void {
  const isStale = !state.isCurrent && state.paper !== null;
  getById('stale').hidden = !isStale;
  getById('no-paper').hidden = state.paper !== null;
  getById('no-paper').textContent = state.isCurrent
    ? 'Building the paper …'
    : 'There is no paper to show yet. Fix the errors below.';
  getById('changes').hidden = state.changes.length + state.removed === 0;
  getById('changes-text').textContent = describeChanges(state);
  for (const step of ['previous', 'next']) getById(`${step}-change`).hidden = state.changes.length === 0;
}

/** Parses the body alone: this page's policy would block the style in the paper's head. */
function parseBody(text: string): HTMLElement {
  return new DOMParser().parseFromString(text.slice(text.indexOf('<body>')), 'text/html').body;
}

/** Loads a page into the frame. Calls `onScroll` whenever it scrolls. */
function loadPage(
  frame: HTMLIFrameElement,
  url: string,
  onScroll: () => void,
  onFigure: (figure: HTMLElement) => void,
): Promise<void> {
  return new Promise((resolve) => {
    frame.addEventListener(
      'load',
      () => {
        if (frame.contentDocument) preparePage(frame.contentDocument, onFigure);
        frame.contentDocument?.addEventListener('scroll', onScroll, { passive: true });
        resolve();
      },
      { once: true },
    );
    frame.src = url;
  });
}

/** Prepares the frame's page once. It stays when its text is replaced. */
function preparePage(page: Document, onFigure: (figure: HTMLElement) => void): void {
  const window = page.defaultView;
  if (!window) return;
  // The paper's policy allows only style sheets that its own scripts construct.
  const sheet = new window.CSSStyleSheet();
  sheet.replaceSync(paperMarks + editorStyle);
  page.adoptedStyleSheets = [sheet];
  listenForFigures(page, onFigure);
  page.addEventListener('click', (event) => {
    // The target is of another window, so `instanceof Element` would fail.
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]');
    if (!link || link.getAttribute('href')?.startsWith('#')) return;
    event.preventDefault(); // the frame shows only the paper
    open(link.href, '_blank', 'noopener,noreferrer');
  });
}
