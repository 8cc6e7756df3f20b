import type { PreviewState } from '../preview-state.js';
import { byId } from './element.js';

/** The PDF in the browser's own viewer, loaded only where it can be seen, and opened at what is being read in the paper. */
export function pdfPane(readingAt: () => string | null): { show: (state: PreviewState) => void } {
  const frame = byId('pdf-frame') as HTMLIFrameElement;
  let loaded: number | null = null;
  return {
    show: ({ pdf, paper, current }) => {
      byId('no-pdf').textContent =
        paper === null && !current ? 'There is no PDF yet.' : 'The PDF is being typeset …';
      if (pdf === null || pdf === loaded || !byId('pdf').checkVisibility()) return;
      loaded = pdf;
      const at = readingAt();
      frame.src = `paper.pdf?paper=${pdf}${at === null ? '' : `#navpanes=0&nameddest=${at}`}`;
      frame.hidden = false;
      byId('no-pdf').hidden = true;
    },
  };
}
