import {
  getDocument,
  GlobalWorkerOptions,
  PDFWorker,
  RenderingCancelledException,
  TextLayer,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/types/src/display/api.js';
import { makeElement } from './element.js';
import { findReadingPlace, computeScrollDistance, type Landmark } from './find-reading-place.js';

GlobalWorkerOptions.workerSrc = 'pdf-worker.js';

export interface PdfPages {
  /** Shows another PDF at the same reading place. Returns false if a newer one was requested before this one was read. */
  show: (bytes: ArrayBuffer) => Promise<boolean>;
  /** Scrolls to the last of these named destinations that the PDF has. */
  goTo: (names: string[]) => void;
}

/** A page's frame. It contains a picture and its text while it is in sight or near. */
interface PageFrame {
  frame: HTMLElement;
  page: PDFPageProxy;
  isNear: boolean;
  /** The finished or running drawing of the picture. */
  drawing: { page: PDFPageProxy; width: number; stop: () => void } | null;
}

/** A named destination: the page, counted from 0, and the distance from its top as a share of its height. */
interface Destination {
  name: string;
  page: number;
  down: number;
}

/**
 * Shows the pages of a PDF as pictures, as wide as the box. Their text lies over them, unseen, to be selected and read aloud. A
 * browser's own viewer starts each PDF at its first page. Here named destinations keep the reading place, and an old picture stays
 * until the new one is drawn.
 */
export function createPdfPages(box: HTMLElement): PdfPages {
  const worker = PDFWorker.create({});
  let newestRequest = 0;
  let shownPdf: PDFDocumentProxy | null = null;
  let frames: PageFrame[] = [];
  let destinations: Destination[] = [];
  let width = 0;

  const visibility = observeVisibility(box, (element) => frames.find(({ frame }) => frame === element));
  new ResizeObserver(() => {
    const newWidth = frames[0]?.frame.clientWidth ?? 0;
    if (width > 0 && newWidth > 0) box.scrollTop *= newWidth / width;
    width = newWidth;
    frames.forEach(drawPage);
  }).observe(box);

  const replacePages = (pages: PDFPageProxy[]): void => {
    for (const extra of frames.splice(pages.length)) removeFrame(extra, visibility);
    frames = pages.map((page, index) => {
      const frame = frames[index] ?? { frame: addFrame(box, visibility), isNear: false, drawing: null };
      labelFrame(frame.frame, page, `Page ${index + 1} of ${pages.length}`);
      return { ...frame, page };
    });
  };

  return {
    show: async (bytes) => {
      const request = ++newestRequest;
      const pdf = await getDocument({ data: bytes, worker }).promise;
      const pages = await Promise.all(
        Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1)),
      );
      const newDestinations = await findDestinations(pdf, pages);
      if (request !== newestRequest) {
        void pdf.destroy();
        return false;
      }
      const place = findReadingPlace(listLandmarks(box, frames, destinations));
      replacePages(pages);
      destinations = newDestinations;
      width = frames[0]?.frame.clientWidth ?? 0;
      box.scrollBy(0, computeScrollDistance(place, listLandmarks(box, frames, destinations)));
      frames.forEach(drawPage);
      void shownPdf?.destroy();
      shownPdf = pdf;
      return true;
    },
    goTo: (names) => {
      const landmarks = listLandmarks(box, frames, destinations);
      if (names.length === 0) box.scrollTo(0, 0);
      else box.scrollBy(0, computeScrollDistance({ names, offset: GAP }, landmarks));
    },
  };
}

/** Observes which frames are in sight or near, and draws or empties each frame when that changes. */
function observeVisibility(
  box: HTMLElement,
  findFrame: (element: Element) => PageFrame | undefined,
): IntersectionObserver {
  return new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const pageFrame = findFrame(target);
        if (!pageFrame) continue;
        pageFrame.isNear = isIntersecting;
        drawPage(pageFrame);
      }
    },
    { root: box, rootMargin: '100% 0px' },
  );
}

/** Lists the destinations with their distances from the top of the box, in pixels. */
function listLandmarks(box: HTMLElement, frames: PageFrame[], destinations: Destination[]): Landmark[] {
  return destinations.map(({ name, page, down }) => {
    const { top, height } = frames[page]?.frame.getBoundingClientRect() ?? { top: 0, height: 0 };
    return { name, top: top + down * height - box.getBoundingClientRect().top };
  });
}

/** The space above a destination after scrolling, in pixels. */
const GAP = 8;

function addFrame(box: HTMLElement, visibility: IntersectionObserver): HTMLElement {
  const frame = makeElement('div', 'page');
  frame.setAttribute('role', 'group');
  box.append(frame);
  visibility.observe(frame);
  return frame;
}

function removeFrame({ frame, drawing }: PageFrame, visibility: IntersectionObserver): void {
  visibility.unobserve(frame);
  drawing?.stop();
  frame.remove();
}

/** Gives a frame the shape and the name of its page. */
function labelFrame(frame: HTMLElement, page: PDFPageProxy, label: string): void {
  const { width, height } = page.getViewport({ scale: 1 });
  frame.style.aspectRatio = `${width} / ${height}`;
  frame.setAttribute('aria-label', label);
}

/** Draws the page if needed. A page that is far from sight loses its picture. */
function drawPage(pageFrame: PageFrame): void {
  const { frame, page, isNear, drawing } = pageFrame;
  const width = Math.round(frame.clientWidth * devicePixelRatio);
  if (isNear && drawing?.page === page && drawing.width === width) return;
  drawing?.stop();
  pageFrame.drawing = null;
  if (!isNear) frame.replaceChildren();
  if (!isNear || width === 0) return;
  const { width: pageWidth } = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: width / pageWidth });
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = Math.round(viewport.height);
  canvas.setAttribute('aria-hidden', 'true');
  const task = page.render({ canvas, viewport });
  pageFrame.drawing = { page, width, stop: () => task.cancel() };
  // The sizes of the text follow from this number, so the same text fits a page of any width.
  frame.style.setProperty('--total-scale-factor', String(frame.clientWidth / pageWidth));
  const text = drawing?.page === page ? frame.querySelector('.textLayer') : null;
  void task.promise.then(
    () => {
      if (text)
        frame.querySelector('canvas')?.replaceWith(canvas); // a selection in the text stays
      else frame.replaceChildren(canvas, createTextLayer(page));
    },
    (error: unknown) => {
      if (!(error instanceof RenderingCancelledException)) throw error;
    },
  );
}

/** Creates the layer of a page's text. PDF.js fills it in its own time. Headers and footers are hidden from screen readers. */
function createTextLayer(page: PDFPageProxy): HTMLElement {
  const container = makeElement('div', 'textLayer');
  const textContentSource = page.streamTextContent({ includeMarkedContent: true });
  const layer = new TextLayer({ textContentSource, container, viewport: page.getViewport({ scale: 1 }) });
  layer.render().catch(() => undefined); // another PDF has replaced this one
  return container;
}

/** Lists the named destinations in the order of the pages. */
async function findDestinations(pdf: PDFDocumentProxy, pages: PDFPageProxy[]): Promise<Destination[]> {
  const numbers = new Map(pages.map(({ ref }, index) => [ref?.num, index]));
  // PDF.js leaves the destinations untyped. Ours are all explicit: page, kind, left, top.
  const all = (await pdf.getDestinations()) as Record<
    string,
    [{ num: number }, { name: string }, number, number]
  >;
  return Object.entries(all)
    .flatMap(([name, [{ num }, , left, top]]) => {
      const page = numbers.get(num);
      const viewport = page === undefined ? undefined : pages[page]?.getViewport({ scale: 1 });
      if (page === undefined || !viewport) return [];
      const [, y = 0] = viewport.convertToViewportPoint(left, top) as number[]; // PDF.js types it as any[]
      return [{ name, page, down: y / viewport.height }];
    })
    .sort((a, b) => a.page - b.page || a.down - b.down);
}
