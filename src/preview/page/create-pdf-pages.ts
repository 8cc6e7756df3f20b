import {
  getDocument,
  GlobalWorkerOptions,
  PDFWorker,
  RenderingCancelledException,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/types/src/display/api.js';
import { makeElement } from './element.js';
import { findReadingPlace, computeScrollDistance, type Landmark } from './find-reading-place.js';

GlobalWorkerOptions.workerSrc = 'pdf-worker.js';

export interface PdfPages {
  /** Shows another PDF at the same reading place. */
  show: (bytes: ArrayBuffer) => Promise<void>;
  /** Scrolls to the last of these named destinations that the PDF has. */
  goTo: (names: string[]) => void;
}

/** A page's frame. It contains a picture while it is in sight or near. */
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
 * Shows the pages of a PDF as pictures, as wide as the box. A browser's own viewer starts each PDF at its first page. Here the reading
 * place is kept by named destinations, and an old picture stays until the new one is drawn.
 */
export function createPdfPages(box: HTMLElement): PdfPages {
  const worker = PDFWorker.create({});
  let newestRequest = 0;
  let shownPdf: PDFDocumentProxy | null = null;
  let frames: PageFrame[] = [];
  let destinations: Destination[] = [];

  const listLandmarks = (): Landmark[] =>
    destinations.map(({ name, page, down }) => {
      const { top, height } = frames[page]?.frame.getBoundingClientRect() ?? { top: 0, height: 0 };
      return { name, top: top + down * height - box.getBoundingClientRect().top };
    });
  const sight = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const pageFrame = frames.find(({ frame }) => frame === target);
        if (pageFrame) pageFrame.isNear = isIntersecting;
        if (pageFrame) drawPage(pageFrame);
      }
    },
    { root: box, rootMargin: '100% 0px' },
  );
  let width = 0;
  new ResizeObserver(() => {
    const now = frames[0]?.frame.clientWidth ?? 0;
    if (width > 0 && now > 0) box.scrollTop *= now / width;
    width = now;
    frames.forEach(drawPage);
  }).observe(box);

  const replacePages = (pages: PDFPageProxy[]): void => {
    const spare = frames.splice(pages.length);
    for (const { frame, drawing: drawn } of spare) {
      sight.unobserve(frame);
      drawn?.stop();
      frame.remove();
    }
    frames = pages.map((page, index) => {
      const pageFrame = frames[index] ?? { frame: addFrame(box, sight), page, isNear: false, drawing: null };
      const { width, height } = page.getViewport({ scale: 1 });
      pageFrame.frame.style.aspectRatio = `${width} / ${height}`;
      pageFrame.frame.setAttribute('aria-label', `Page ${index + 1} of ${pages.length}`);
      return { ...pageFrame, page };
    });
  };

  return {
    show: async (bytes) => {
      const request = ++newestRequest;
      const pdf = await getDocument({ data: bytes, worker }).promise;
      const pages = await Promise.all(
        Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1)),
      );
      const found = await findDestinations(pdf, pages);
      if (request !== newestRequest) return pdf.destroy();
      const place = findReadingPlace(listLandmarks());
      replacePages(pages);
      destinations = found;
      width = frames[0]?.frame.clientWidth ?? 0;
      box.scrollBy(0, computeScrollDistance(place, listLandmarks()));
      frames.forEach(drawPage);
      void shownPdf?.destroy();
      shownPdf = pdf;
    },
    goTo: (names) => {
      if (names.length === 0) box.scrollTo(0, 0);
      else box.scrollBy(0, computeScrollDistance({ names, offset: GAP }, listLandmarks()));
    },
  };
}

/** The space above a destination after scrolling, in pixels. */
const GAP = 8;

function addFrame(box: HTMLElement, sight: IntersectionObserver): HTMLElement {
  const frame = makeElement('div', 'page');
  frame.setAttribute('role', 'img');
  box.append(frame);
  sight.observe(frame);
  return frame;
}

/** Draws the page if needed. A page that is far from sight loses its picture. */
function drawPage(pageFrame: PageFrame): void {
  const { frame, page, isNear: near, drawing: drawn } = pageFrame;
  const width = Math.round(frame.clientWidth * devicePixelRatio);
  if (near && drawn?.page === page && drawn.width === width) return;
  drawn?.stop();
  pageFrame.drawing = null;
  if (!near) frame.replaceChildren();
  if (!near || width === 0) return;
  const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width });
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = Math.round(viewport.height);
  const task = page.render({ canvas, viewport });
  pageFrame.drawing = { page, width, stop: () => task.cancel() };
  void task.promise.then(
    () => frame.replaceChildren(canvas),
    (error: unknown) => {
      if (!(error instanceof RenderingCancelledException)) throw error;
    },
  );
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
