import type { Document } from '../model/document.js';
import type { Figure } from '../model/figure.js';
import type { SourceFile } from '../model/inputs.js';
import type { Theme } from '../model/theme.js';
import { figureFacts, figuresByMark } from './figure-facts.js';
import { listChanges } from './list-changes.js';
import { newestOnly } from './newest-only.js';
import { previewStyle } from './preview-style.js';
import type { PreviewState, ShownProblem } from './preview-state.js';
import { servePages, type Served } from './serve-pages.js';
import { shellPage } from './shell-page.js';
import { watchFiles } from './watch-files.js';

/** A build of the paper as the files now are. */
export interface Built {
  problems: ShownProblem[];
  /** Null where the paper cannot be built. */
  good: GoodPaper | null;
}

interface GoodPaper {
  document: Document;
  theme: Theme;
  /** What it was made from, which the PDF holds: a change in them is a new paper though no word of it changes. */
  files: SourceFile[];
  /** The HTML edition, with its blocks and figures marked. */
  html: string;
  /** Sets the PDF, in its own time. */
  typeset: () => Promise<Uint8Array>;
}

/** What the command gives a preview to work with: it knows no stage itself. */
export interface PreviewOrder {
  /** The paper's name, until its title is known. */
  name: string;
  port: number;
  folders: string[];
  /** For the browser: the page's own script, and the one that reads PDFs beside it. */
  script: string;
  pdfWorker: string;
  build: (onStage: (name: string) => void | Promise<void>) => Promise<Built>;
  /** Told of what no author can mend. Gives the words to show for it. */
  onFailure: (error: unknown) => string;
}

/** What is served: the last good paper, and the PDF that was last set. */
interface Shown {
  good: GoodPaper;
  figures: Map<string, Figure>;
  pdf: Uint8Array | null;
}

export async function startPreview(order: PreviewOrder): Promise<{ url: string; stop: () => Promise<void> }> {
  let shown: Shown | null = null;
  let state: PreviewState = {
    title: order.name,
    paper: null,
    pdf: null,
    work: 'reading the files',
    current: true,
    problems: [],
    ...NO_CHANGES,
    failure: null,
  };
  const server = await servePages(order.port, {
    page: (name, query) => pageNamed(name, query, { shown, state, order }),
    greeting: () => JSON.stringify(state),
  });
  const tell = (change: Partial<PreviewState>): void => {
    state = { ...state, ...change };
    server.send(JSON.stringify(state));
  };
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      tell({ work: null, failure: order.onFailure(error) });
    }
  };

  const typeset = newestOnly(async (paper: number, isNewest) =>
    attempt(async () => {
      const pdf = await shown?.good.typeset();
      if (!shown || !pdf || !isNewest() || state.paper !== paper) return;
      shown.pdf = pdf;
      tell({ pdf: paper, work: null });
    }),
  );
  const rebuild = newestOnly(async (_given: null, isNewest) =>
    attempt(async () => {
      const { problems, good } = await order.build(async (work) => {
        tell({ work });
        await breath();
      });
      if (!isNewest()) return;
      const found = { problems, failure: null };
      if (!good) {
        tell({ ...found, work: null, current: false });
        return;
      }
      if (shown && isSame(shown.good.files, good.files)) {
        if (state.failure !== null && state.pdf !== state.paper) void typeset(state.paper ?? 0);
        tell({ ...found, current: true, work: state.pdf === state.paper ? null : TYPESETTING });
        return;
      }
      const paper = (state.paper ?? 0) + 1;
      const changes = shown ? listChanges(shown.good.document, good.document) : NO_CHANGES;
      const quiet = changes.changes.length + changes.removed === 0; // what was marked before still is
      shown = { good, figures: figuresByMark(good.document), pdf: shown?.pdf ?? null };
      const { title } = good.document;
      tell({ ...found, ...(quiet ? {} : changes), paper, title, current: true, work: TYPESETTING });
      void typeset(paper);
    }),
  );

  const watcher = await watchFiles(order.folders, {
    noticed: () => tell({ work: 'reading the files' }),
    changed: () => void rebuild(null),
  });
  void rebuild(null);
  return {
    url: server.url,
    stop: async () => {
      await Promise.all([watcher.stop(), server.stop()]);
    },
  };
}

const NO_CHANGES: Pick<PreviewState, 'changes' | 'removed'> = { changes: [], removed: 0 };

function isSame(before: SourceFile[], now: SourceFile[]): boolean {
  return (
    before.length === now.length &&
    now.every(
      ({ path, bytes }, index) =>
        path === before[index]?.path && Buffer.compare(bytes, before[index].bytes) === 0,
    )
  );
}

const TYPESETTING = 'typesetting the PDF';

/** Lets what was written to browsers leave, and what they ask be answered, between two stages. */
function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

interface Showing {
  shown: Shown | null;
  state: PreviewState;
  order: PreviewOrder;
}

function pageNamed(name: string, query: URLSearchParams, { shown, state, order }: Showing): Served | null {
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
