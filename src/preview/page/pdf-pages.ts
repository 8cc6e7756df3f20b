import {
  getDocument,
  GlobalWorkerOptions,
  PDFWorker,
  RenderingCancelledException,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/types/src/display/api.js';
import { make } from './element.js';
import { readingPlace, wayBack, type Landmark } from './reading-place.js';

GlobalWorkerOptions.workerSrc = 'pdf-worker.js';

export interface PdfPages {
  /** Shows another PDF, at the same words as the one before. */
  show: (bytes: ArrayBuffer) => Promise<void>;
  /** Brings the last of these named destinations that the PDF has to the top. */
  goTo: (names: string[]) => void;
}

/** A page's frame, and the picture in it for as long as it is in sight or near. */
interface Leaf {
  frame: HTMLElement;
  page: PDFPageProxy;
  near: boolean;
  /** What the picture was drawn from and how wide, or is being. */
  drawn: { page: PDFPageProxy; width: number; stop: () => void } | null;
}

/** A named destination: the page from 0, and how far down it stands as a share of its height. */
interface Destination {
  name: string;
  page: number;
  down: number;
}

/**
 * The pages of a PDF as pictures, one below the other and as wide as the box. A browser's own viewer begins each PDF at its first page, and
 * does not say where its reader is; here the place is kept by its words, and an old picture stays until the new one is drawn.
 */
export function pdfPages(box: HTMLElement): PdfPages {
  const worker = PDFWorker.create({});
  let newest = 0;
  let shown: PDFDocumentProxy | null = null;
  let leaves: Leaf[] = [];
  let destinations: Destination[] = [];

  const landmarks = (): Landmark[] =>
    destinations.map(({ name, page, down }) => {
      const { top, height } = leaves[page]?.frame.getBoundingClientRect() ?? { top: 0, height: 0 };
      return { name, top: top + down * height - box.getBoundingClientRect().top };
    });
  const sight = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const leaf = leaves.find(({ frame }) => frame === target);
        if (leaf) leaf.near = isIntersecting;
        if (leaf) draw(leaf);
      }
    },
    { root: box, rootMargin: '100% 0px' },
  );
  let width = 0;
  new ResizeObserver(() => {
    const now = leaves[0]?.frame.clientWidth ?? 0;
    if (width > 0 && now > 0) box.scrollTop *= now / width;
    width = now;
    leaves.forEach(draw);
  }).observe(box);

  const turnTo = (pages: PDFPageProxy[]): void => {
    const spare = leaves.splice(pages.length);
    for (const { frame, drawn } of spare) {
      sight.unobserve(frame);
      drawn?.stop();
      frame.remove();
    }
    leaves = pages.map((page, index) => {
      const leaf = leaves[index] ?? { frame: newFrame(box, sight), page, near: false, drawn: null };
      const { width, height } = page.getViewport({ scale: 1 });
      leaf.frame.style.aspectRatio = `${width} / ${height}`;
      leaf.frame.setAttribute('aria-label', `Page ${index + 1} of ${pages.length}`);
      return { ...leaf, page };
    });
  };

  return {
    show: async (bytes) => {
      const mine = ++newest;
      const pdf = await getDocument({ data: bytes, worker }).promise;
      const pages = await Promise.all(
        Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1)),
      );
      const found = await findDestinations(pdf, pages);
      if (mine !== newest) return pdf.destroy();
      const place = readingPlace(landmarks());
      turnTo(pages);
      destinations = found;
      width = leaves[0]?.frame.clientWidth ?? 0;
      box.scrollBy(0, wayBack(place, landmarks()));
      leaves.forEach(draw);
      void shown?.destroy();
      shown = pdf;
    },
    goTo: (names) => {
      if (names.length === 0) box.scrollTo(0, 0);
      else box.scrollBy(0, wayBack({ names, offset: GAP }, landmarks()));
    },
  };
}

/** Above what is gone to, in pixels. */
const GAP = 8;

function newFrame(box: HTMLElement, sight: IntersectionObserver): HTMLElement {
  const frame = make('div', 'page');
  frame.setAttribute('role', 'img');
  box.append(frame);
  sight.observe(frame);
  return frame;
}

/** Draws the page unless that is done; what is far away gives its picture up. */
function draw(leaf: Leaf): void {
  const { frame, page, near, drawn } = leaf;
  const width = Math.round(frame.clientWidth * devicePixelRatio);
  if (near && drawn?.page === page && drawn.width === width) return;
  drawn?.stop();
  leaf.drawn = null;
  if (!near) frame.replaceChildren();
  if (!near || width === 0) return;
  const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width });
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = Math.round(viewport.height);
  const task = page.render({ canvas, viewport });
  leaf.drawn = { page, width, stop: () => task.cancel() };
  void task.promise.then(
    () => frame.replaceChildren(canvas),
    (error: unknown) => {
      if (!(error instanceof RenderingCancelledException)) throw error;
    },
  );
}

/** In the order of the pages. */
async function findDestinations(pdf: PDFDocumentProxy, pages: PDFPageProxy[]): Promise<Destination[]> {
  const numbers = new Map(pages.map(({ ref }, index) => [ref?.num, index]));
  const all = (await pdf.getDestinations()) as Record<
    string,
    [{ num: number }, { name: string }, number, number]
  >;
  return Object.entries(all)
    .flatMap(([name, [{ num }, , left, top]]) => {
      const page = numbers.get(num);
      const viewport = page === undefined ? undefined : pages[page]?.getViewport({ scale: 1 });
      if (page === undefined || !viewport) return [];
      const [, y = 0] = viewport.convertToViewportPoint(left, top) as number[];
      return [{ name, page, down: y / viewport.height }];
    })
    .sort((a, b) => a.page - b.page || a.down - b.down);
}
