import type { PreviewState } from '../preview-state.js';
import { getById } from './element.js';
import { createPdfPages } from './create-pdf-pages.js';

interface PdfPane {
  show: (state: PreviewState) => void;
  /** Scrolls to the last of these anchors: the place in the paper that is being read. */
  follow: (anchors: string[]) => void;
}

/**
 * Creates the pane of the PDF, which is fetched only while it is visible. It starts at the paper's reading place, and keeps its
 * own afterwards.
 */
export function createPdfPane(getReadingPlace: () => string[]): PdfPane {
  const pages = createPdfPages(getById('pdf-pages'));
  let requestedPdf: number | null = null;
  let hasShownPdf = false;

  const update = async (pdf: number): Promise<void> => {
    const bytes = await (await fetch(`paper.pdf?paper=${pdf}`)).arrayBuffer();
    if (requestedPdf !== pdf) return; // a newer PDF has been requested
    getById('no-pdf').hidden = true;
    getById('pdf-pages').hidden = false;
    if (!(await pages.show(bytes))) return;
    if (!hasShownPdf) pages.goTo(getReadingPlace());
    hasShownPdf = true;
  };

  return {
    show: ({ pdf, paper, isCurrent }) => {
      getById('no-pdf').textContent =
        paper === null && !isCurrent ? 'There is no PDF yet.' : 'Typesetting the PDF …';
      getById('open-pdf').hidden = pdf === null;
      const isVisible = getById('pdf').checkVisibility({ visibilityProperty: true });
      if (pdf === null || pdf === requestedPdf || !isVisible) return;
      requestedPdf = pdf;
      update(pdf).catch(() => {
        if (requestedPdf === pdf) requestedPdf = null; // the preview is not running; its next event asks again
      });
    },
    follow: (anchors) => pages.goTo(anchors),
  };
}
