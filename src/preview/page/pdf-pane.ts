import type { PreviewState } from '../preview-state.js';
import { byId } from './element.js';
import { pdfPages } from './pdf-pages.js';

interface PdfPane {
  show: (state: PreviewState) => void;
  /** Goes where the reader of the paper has gone: to the last of these anchors. */
  follow: (anchors: string[]) => void;
}

/** The PDF beside the paper, fetched only where it can be seen. It begins at what is being read in the paper, and then keeps its own place. */
export function pdfPane(readingAt: () => string[]): PdfPane {
  const pages = pdfPages(byId('pdf-pages'));
  let wanted: number | null = null;
  let begun = false;

  const update = async (pdf: number): Promise<void> => {
    const bytes = await (await fetch(`paper.pdf?paper=${pdf}`)).arrayBuffer();
    if (wanted !== pdf) return; // a newer one is on its way
    byId('no-pdf').hidden = true;
    byId('pdf-pages').hidden = false;
    await pages.show(bytes);
    if (!begun) pages.goTo(readingAt());
    begun = true;
  };

  return {
    show: ({ pdf, paper, current }) => {
      byId('no-pdf').textContent =
        paper === null && !current ? 'There is no PDF yet.' : 'The PDF is being typeset …';
      byId('open-pdf').hidden = pdf === null;
      const inSight = byId('pdf').checkVisibility({ visibilityProperty: true });
      if (pdf === null || pdf === wanted || !inSight) return;
      wanted = pdf;
      update(pdf).catch(() => {
        if (wanted === pdf) wanted = null; // the preview went away meanwhile: it tells again when it is back
      });
    },
    follow: (anchors) => pages.goTo(anchors),
  };
}
