import type { Figure } from '../model/figure.js';
import { figureFacts } from './figure-facts.js';
import { previewStyle } from './preview-style.js';
import type { PreviewState } from './preview-state.js';
import type { Served } from './serve-pages.js';
import { shellPage } from './shell-page.js';
import type { GoodPaper, PreviewOrder } from './start-preview.js';

/** What is served: the last good paper, and the PDF that was last set. */
export interface Shown {
  good: GoodPaper;
  figures: Map<string, Figure>;
  pdf: Uint8Array | null;
}

interface Showing {
  shown: Shown | null;
  state: PreviewState;
  order: PreviewOrder;
}

/** What lies under a name of the preview's own; null where nothing does. */
export function pageNamed(
  name: string,
  query: URLSearchParams,
  { shown, state, order }: Showing,
): Served | null {
  switch (name) {
    case '':
      return { type: 'text/html; charset=utf-8', body: shellPage(state.title), policy: SHELL };
    case 'preview.js':
      return { type: SCRIPT, body: order.script };
    case 'pdf-worker.js':
      return { type: SCRIPT, body: order.pdfWorker };
    case 'preview.css':
      return { type: 'text/css; charset=utf-8', body: previewStyle(shown?.good.theme ?? null) };
    case 'paper.html':
      return shown && { type: 'text/html; charset=utf-8', body: shown.good.html, policy: PAPER };
    case 'paper.pdf':
      return shown?.pdf ? { type: 'application/pdf', body: shown.pdf, policy: PDF } : null;
    case 'figure': {
      const figure = shown?.figures.get(query.get('mark') ?? '');
      return figure
        ? { type: 'application/json; charset=utf-8', body: JSON.stringify(figureFacts(figure)) }
        : null;
    }
    default:
      return null;
  }
}

const SCRIPT = 'text/javascript; charset=utf-8';

const SHELL =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
/** The paper's own policy, in its head, lets its style in; this one lets the preview frame it. */
const PAPER =
  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";
/** A browser's own viewer, in a tab of its own, is a page too, with styles and an object. */
const PDF = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'";
