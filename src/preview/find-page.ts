import type { Figure } from '../model/figure.js';
import { describeFigure } from './describe-figure.js';
import { renderPreviewStyle } from './render-preview-style.js';
import type { ChangedText, PreviewState } from './preview-state.js';
import type { ReviewSession } from './review/review-session.js';
import type { ServedPage } from './serve-pages.js';
import { renderShellPage } from './render-shell-page.js';
import { toJsonPage } from './to-json-page.js';
import type { PreviewSetup, PublishablePaper } from './preview-setup.js';

/** The last good paper, and the last PDF that was typeset. */
export interface ShownPaper {
  paper: PublishablePaper;
  figures: Map<string, Figure>;
  pdf: Uint8Array | null;
}

interface PreviewContext {
  findChangedWords: () => ChangedText[][];
  shownPaper: ShownPaper | null;
  state: PreviewState;
  setup: PreviewSetup;
  /** Null if there is no returned file. */
  review: ReviewSession | null;
}

/** Finds the page with a name. Returns null if there is none. */
export function findPage(
  name: string,
  query: URLSearchParams,
  { shownPaper, state, setup, findChangedWords, review }: PreviewContext,
): ServedPage | null {
  switch (name) {
    case '':
      return {
        type: 'text/html; charset=utf-8',
        body: renderShellPage(state.title, setup.editor, {
          canEdit: setup.editing !== null,
          returned: setup.review?.returned ?? null,
        }),
        policy: SHELL_POLICY,
      };
    case 'preview.js':
      return { type: SCRIPT, body: setup.script };
    case 'pdf-worker.js':
      return { type: SCRIPT, body: setup.pdfWorker };
    case 'preview.css':
      return { type: 'text/css; charset=utf-8', body: renderPreviewStyle(shownPaper?.paper.theme ?? null) };
    case 'paper.html':
      return (
        shownPaper && { type: 'text/html; charset=utf-8', body: shownPaper.paper.html, policy: PAPER_POLICY }
      );
    case 'paper.pdf':
      return shownPaper?.pdf ? { type: 'application/pdf', body: shownPaper.pdf, policy: PDF_POLICY } : null;
    case 'changed-words':
      return query.get('paper') === String(state.compared) ? toJsonPage(findChangedWords()) : null;
    case 'text-places':
      return setup.editing && shownPaper && toJsonPage(shownPaper.paper.listTextPlaces());
    case 'labels':
      return shownPaper && toJsonPage(shownPaper.paper.listLabels());
    case 'review':
      return review && toJsonPage(review.getFacts());
    case 'figure': {
      const figure = shownPaper?.figures.get(query.get('mark') ?? '');
      return figure ? toJsonPage(describeFigure(figure, setup.editing !== null)) : null;
    }
    default:
      return null;
  }
}

const SCRIPT = 'text/javascript; charset=utf-8';

const SHELL_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
/** Allows the preview to frame the paper, and pictures within it. The policy in the paper's head allows its style sheet. */
const PAPER_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";
/** Allows the browser's PDF viewer in its own tab, which is a page with styles and an object. */
const PDF_POLICY = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'";
