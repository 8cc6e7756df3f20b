import type { Document } from '../model/document.js';
import type { SourceFile } from '../model/source-file.js';
import type { Theme } from '../model/theme.js';
import { figuresByMark } from './figure-facts.js';
import { listChanges } from './list-changes.js';
import { newestOnly } from './newest-only.js';
import { pageNamed, type Shown } from './preview-pages.js';
import type { PreviewState, ShownProblem } from './preview-state.js';
import { servePages } from './serve-pages.js';

/** A build of the paper as the files now are. */
export interface Built {
  problems: ShownProblem[];
  /** Null where the paper cannot be built. */
  good: GoodPaper | null;
}

export interface GoodPaper {
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
  /** Follows the author's files: tells when a burst of changes begins, and when it is over. */
  watch: (told: { noticed: () => void; changed: () => void }) => Promise<{ stop: () => void }>;
  /** For the browser: the page's own script, and the one that reads PDFs beside it. */
  script: string;
  pdfWorker: string;
  build: (onStage: (name: string) => void | Promise<void>) => Promise<Built>;
  /** Told of what no author can mend. Gives the words to show for it. */
  onFailure: (error: unknown) => string;
}

export async function startPreview(order: PreviewOrder): Promise<{ url: string; stop: () => Promise<void> }> {
  let shown: Shown | null = null;
  /** What is being done: the stage of the build, and whether a PDF is being set. */
  let stage: string | null = READING;
  let typesetting = false;
  let state: PreviewState = {
    title: order.name,
    paper: null,
    pdf: null,
    work: READING,
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
    state = { ...state, ...change, work: stage ?? (typesetting ? 'typesetting the PDF' : null) };
    server.send(JSON.stringify(state));
  };

  const typeset = newestOnly(async (isNewest) => {
    const { paper } = state;
    const outcome = await attempt(async () => shown?.good.typeset());
    typesetting = !isNewest();
    if ('error' in outcome) tell({ failure: order.onFailure(outcome.error) });
    else if (shown && outcome.made) {
      shown.pdf = outcome.made;
      tell({ pdf: paper }); // the paper may have moved on meanwhile: this is still newer than the PDF before
    }
  });

  const show = ({ problems, good }: Built): void => {
    const found = { problems, failure: null, current: good !== null };
    const same = !good || (shown !== null && isSame(shown.good.files, good.files));
    if (same) {
      const unset = good !== null && state.pdf !== state.paper && !typesetting; // it went wrong before
      typesetting ||= unset;
      tell(found);
      if (unset) typeset();
      return;
    }
    const changes = shown ? listChanges(shown.good.document, good.document) : NO_CHANGES;
    const quiet = changes.changes.length + changes.removed === 0; // what was marked before still is
    const paper = (state.paper ?? 0) + 1;
    shown = { good, figures: figuresByMark(good.document), pdf: shown?.pdf ?? null };
    typesetting = true;
    tell({ ...found, ...(quiet ? {} : changes), paper, title: good.document.title });
    typeset();
  };

  let waitingSince = performance.now();
  const rebuild = newestOnly(async (isNewest) => {
    const outcome = await attempt(() =>
      order.build(async (name) => {
        stage = name;
        tell({});
        await breath();
      }),
    );
    const now = performance.now();
    if (!isNewest() && now - waitingSince < PATIENCE_MS) return;
    waitingSince = now;
    if (isNewest()) stage = null;
    if ('error' in outcome) tell({ failure: order.onFailure(outcome.error) });
    else show(outcome.made);
  });

  const watcher = await order.watch({
    noticed: () => {
      if (stage === null) waitingSince = performance.now();
      stage = READING;
      tell({});
    },
    changed: rebuild,
  });
  rebuild();
  return {
    url: server.url,
    stop: async () => {
      watcher.stop();
      await server.stop();
    },
  };
}

const READING = 'reading the files';

/** What is out of date when it is made is shown only where one has waited so long: whoever saves on and on sees how it goes. */
const PATIENCE_MS = 1000;

const NO_CHANGES: Pick<PreviewState, 'changes' | 'removed'> = { changes: [], removed: 0 };

async function attempt<T>(work: () => Promise<T>): Promise<{ made: T } | { error: unknown }> {
  try {
    return { made: await work() };
  } catch (error) {
    return { error };
  }
}

function isSame(before: SourceFile[], now: SourceFile[]): boolean {
  return (
    before.length === now.length &&
    now.every(
      ({ path, bytes }, index) =>
        path === before[index]?.path && Buffer.compare(bytes, before[index].bytes) === 0,
    )
  );
}

/** Lets what was written to browsers leave, and what they ask be answered, between two stages. */
function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
