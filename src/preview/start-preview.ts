import { setTimeout as wait } from 'node:timers/promises';
import { groupFiguresToCome } from '../model/group-figures-to-come.js';
import type { SourceFile } from '../model/source-file.js';
import { coalesce } from '../watch/coalesce.js';
import { createActionFinder } from './create-action-finder.js';
import { createEditActionFinder } from './editing/create-edit-action-finder.js';
import { createEditSession, type EditSession } from './editing/edit-session.js';
import { mapFiguresByMark } from './describe-figure.js';
import { findPage, type ShownPaper } from './find-page.js';
import { listChanges, type ListedChanges } from './list-changes.js';
import type { Editing, PreviewBuild, PreviewSetup, PublishablePaper } from './preview-setup.js';
import type { PreviewState } from './preview-state.js';
import { createReviewActionFinder } from './review/create-review-action-finder.js';
import { createReviewSession, type ReviewSession } from './review/review-session.js';
import { servePages, type PageServer } from './serve-pages.js';

/** Starts a preview: serves its page, watches the files, and builds the paper after each change. */
export async function startPreview(setup: PreviewSetup): Promise<{ url: string; stop: () => Promise<void> }> {
  const session = new PreviewSession(setup);
  const findOpening = createActionFinder(setup);
  const findEdit = createEditActionFinder(session.edits);
  const findReview = createReviewActionFinder(session.edits && session.review);
  const server = await servePages(setup.port, {
    findPage: (name, query) => session.findPage(name, query),
    findAction: (name, query) => findOpening(name, query) ?? findEdit(name, query) ?? findReview(name, query),
    onFailure: (error) => session.noteFailure(error),
    getFirstEvent: () => session.getEvent(),
  });
  session.connect(server);
  const watcher = await setup.watch({
    onStart: () => session.noteChange(),
    onEnd: () => session.rebuild(),
  });
  session.rebuild();
  return {
    url: server.url,
    stop: async () => {
      watcher.stop();
      await server.stop();
    },
  };
}

const READING = 'reading the files';
const CHECKING = 'checking';

/** The longest wait before an outdated build is shown. An author who saves all the time then still sees progress. */
const MAX_WAIT_MS = 1000;

/** The longest wait for a browser to fetch a new page before slower work starts. */
const MAX_FETCH_MS = 50;

const NO_CHANGES: ListedChanges = { changes: [], removed: 0, findWords: () => [] };

/** The state of a running preview. Each change of state is sent to the browsers. */
class PreviewSession {
  private server: PageServer | null = null;
  private shownPaper: ShownPaper | null = null;
  /** The stage of the running build. Null if no build is running. */
  private stage: string | null = READING;
  private isTypesetting = false;
  /** Called when a browser has fetched the page of the paper. */
  private onFetch = (): void => undefined;
  /** The changes that the state has. */
  private marks = NO_CHANGES;
  private waitingSince = performance.now();
  private state: PreviewState;
  /** Null if the preview only reads. */
  readonly edits: EditSession | null;
  /** Null if there is no returned file. */
  readonly review: ReviewSession | null;

  constructor(private readonly setup: PreviewSetup) {
    this.state = {
      title: setup.name,
      paper: null,
      pdf: null,
      work: READING,
      isCurrent: true,
      problems: [],
      compared: null,
      changes: [],
      removed: 0,
      toCome: [],
      review: null,
      failure: null,
      edits: null,
    };
    this.edits = setup.editing && this.openEdits(setup.editing);
    this.review = this.openReview();
    this.state.edits = this.edits?.getHistory() ?? null;
  }

  private openEdits({ files, check }: Editing): EditSession {
    return createEditSession({
      files,
      check,
      getProblems: () => this.state.problems,
      getShownText: (file) => this.shownPaper?.paper.files.find(({ path }) => path === file)?.text ?? null,
      getHeaderRow: (file) => this.shownPaper?.paper.headerRows.get(file),
      listParagraphs: (section) => this.shownPaper?.paper.paragraphs.get(section) ?? [],
      listLabels: () => [...(this.shownPaper?.paper.paragraphs.values() ?? [])].flat(),
      listCitations: (label) => this.shownPaper?.paper.listCitations(label) ?? [],
      onHistory: () => this.update({ edits: this.edits?.getHistory() ?? null }),
    });
  }

  private openReview(): ReviewSession | null {
    const { edits } = this;
    const { editing, review } = this.setup;
    const writes = editing !== null && edits !== null && review !== null;
    return (
      review &&
      createReviewSession(
        writes ? { files: editing.files, findFaults: review.findFaults, record: edits.record } : null,
      )
    );
  }

  connect(server: PageServer): void {
    this.server = server;
  }

  findPage(name: string, query: URLSearchParams): ReturnType<typeof findPage> {
    if (name === 'paper.html') setImmediate(() => this.onFetch()); // after the response
    return findPage(name, query, {
      shownPaper: this.shownPaper,
      state: this.state,
      setup: this.setup,
      findChangedWords: this.marks.findWords,
      review: this.review,
    });
  }

  getEvent(): string {
    return JSON.stringify(this.state);
  }

  /** Shows that work has failed, and goes on. */
  noteFailure(error: unknown): void {
    this.update({ failure: this.setup.onFailure(error) });
  }

  /** Shows that files have changed, before the build starts. */
  noteChange(): void {
    if (this.stage === null) this.waitingSince = performance.now();
    this.stage = READING;
    this.update({});
  }

  readonly rebuild = coalesce(async (isNewest) => {
    const result = await tryRun(() => this.setup.build((name) => this.showStage(name)));
    const now = performance.now();
    if (!isNewest() && now - this.waitingSince < MAX_WAIT_MS) return;
    this.waitingSince = now;
    if ('error' in result) this.showFailure(result.error, isNewest);
    else await this.showBuild(result.value, isNewest);
  });

  private readonly typeset = coalesce(async (isNewest) => {
    const { paper } = this.state;
    const result = await tryRun(async () => this.shownPaper?.paper.typeset());
    this.isTypesetting = !isNewest();
    if ('error' in result) this.noteFailure(result.error);
    else if (this.shownPaper && result.value) {
      this.shownPaper.pdf = result.value;
      this.update({ pdf: paper }); // newer than the last PDF, even if the paper has changed meanwhile
    }
  });

  private async showStage(name: string): Promise<void> {
    this.stage = name;
    this.update({});
    await yieldToServer();
  }

  /** Shows the page first. The marks of changes and the problems follow: finding them takes longer than the page. */
  private async showBuild(build: PreviewBuild, isNewest: () => boolean): Promise<void> {
    const { paper } = build;
    if (!paper) {
      this.endStage(isNewest);
      this.update({ problems: build.problems, failure: null, isCurrent: false });
      return;
    }
    const before = this.shownPaper?.paper;
    const isNew = !before || !haveSameBytes(before.files, paper.files);
    if (isNew) await this.showPaper(paper);
    if (isNew || this.needsPdf()) {
      this.isTypesetting = true;
      this.typeset();
    }
    const marks = isNew && before ? listChanges(before.document, paper.document) : NO_CHANGES;
    if (marks.changes.length + marks.removed > 0) this.marks = marks; // without changes the old marks stay
    const checked = await tryRun(() => paper.check());
    const reviewed = await tryRun(() => this.updateReview(paper, isNew));
    if ('error' in checked) this.showFailure(checked.error, isNewest);
    else if ('error' in reviewed) this.showFailure(reviewed.error, isNewest);
    else {
      this.endStage(isNewest);
      const found = { problems: checked.value, failure: null, isCurrent: true };
      const { changes, removed } = this.marks;
      const toCome = groupFiguresToCome(paper.document);
      const review = reviewed.value;
      this.update({ ...found, review, compared: this.state.paper, changes, removed, toCome });
    }
  }

  /** Reviews the returned file again for a new paper. Returns the number of the review. */
  private async updateReview(paper: PublishablePaper, isNew: boolean): Promise<number | null> {
    const isDue = this.review !== null && (isNew || this.state.review === null);
    const review = isDue ? await paper.review() : null;
    if (!review) return this.state.review;
    this.review?.update(review);
    return (this.state.review ?? 0) + 1;
  }

  /** Shows the page of a new paper, and waits until a browser has fetched it. */
  private async showPaper(paper: PublishablePaper): Promise<void> {
    const number = (this.state.paper ?? 0) + 1;
    this.shownPaper = {
      paper,
      figures: mapFiguresByMark(paper.document),
      pdf: this.shownPaper?.pdf ?? null,
    };
    this.stage = CHECKING;
    const fetched = new Promise<void>((resolve) => {
      this.onFetch = resolve;
    });
    this.update({ paper: number, title: paper.document.title, failure: null, isCurrent: true });
    await Promise.race([fetched, wait(MAX_FETCH_MS)]);
  }

  /** Returns true if the last attempt to typeset the paper on show failed. */
  private needsPdf(): boolean {
    return this.state.pdf !== this.state.paper && !this.isTypesetting;
  }

  private showFailure(error: unknown, isNewest: () => boolean): void {
    this.endStage(isNewest);
    this.noteFailure(error);
  }

  /** Ends the work on a build, unless a newer one is waiting. */
  private endStage(isNewest: () => boolean): void {
    if (isNewest()) this.stage = null;
  }

  private update(change: Partial<PreviewState>): void {
    const work = this.stage ?? (this.isTypesetting ? 'typesetting the PDF' : null);
    this.state = { ...this.state, ...change, work };
    this.server?.send(this.getEvent());
  }
}

async function tryRun<T>(work: () => T | Promise<T>): Promise<{ value: T } | { error: unknown }> {
  try {
    return { value: await work() };
  } catch (error) {
    return { error };
  }
}

function haveSameBytes(before: SourceFile[], after: SourceFile[]): boolean {
  return (
    before.length === after.length &&
    after.every(
      ({ path, bytes }, index) =>
        path === before[index]?.path && Buffer.compare(bytes, before[index].bytes) === 0,
    )
  );
}

/** Lets the server answer requests and send events between two stages. */
function yieldToServer(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
