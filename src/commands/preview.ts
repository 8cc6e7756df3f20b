import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { hasErrorCode } from '../error-code.js';
import { makeBuildRecord } from '../sources/build-record.js';
import {
  composeUnchecked,
  findAllProblems,
  renderPreviewPage,
  type BuildRequest,
  type SoundPaper,
} from '../build-paper.js';
import { listLabels } from '../manuscript/list-labels.js';
import { watchFiles } from '../watch/watch-files.js';
import { makeCache } from '../model/cache.js';
import { WorkerPress } from '../press/worker-press.js';
import type {
  Editing,
  PreviewSetup,
  PublishablePaper,
  ReturnedFacts,
  Reviewing,
} from '../preview/preview-setup.js';
import type { ListedProblem } from '../preview/preview-state.js';
import { sortProblems } from '../report/describe-problems.js';
import { explainDiskError } from '../report/explain-disk-error.js';
import type { PaperOnFile } from '../inputs/project/list-papers.js';
import { findCitations } from '../explain/find-citations.js';
import { listTextPlaces } from '../preview/editing/list-text-places.js';
import { editFiles } from './edit-files.js';
import { listCellPlaces } from './list-cell-places.js';
import { chooseEditor } from './choose-editor.js';
import { findRequestedPaper } from './find-requested-paper.js';
import {
  HAS_ERRORS,
  SUCCESS,
  addPaperArguments,
  UsageError,
  type Options,
  type Register,
} from './command.js';
import { openInBrowser } from './open-in-browser.js';
import { openInEditor } from './open-in-editor.js';
import { createLineReader, print, printJson, type ProblemReport } from './print.js';
import { createReviewer } from './create-reviewer.js';
import { createWorkingEdition } from './create-working-edition.js';
import { describeUnnamedPaper } from './describe-unnamed-paper.js';
import { readReturnedFile, type ReturnedFile } from './read-returned-file.js';
import { refuseWordFile } from './refuse-word-file.js';
import { waitForInterruption } from './wait-for-interruption.js';

interface PreviewOptions extends Options {
  port: number;
  open?: boolean;
  editor?: string;
  edit?: boolean;
  review?: string;
}

const HELP = `
Open the printed address in your browser, or let --open do it. Each time you save a file, the page shows the new paper
and marks the changes. While a file has an error, the page shows the error and the last good paper. Click a figure, or
press Enter on it, to see its source. A file and line, such as data/meetings.yaml:12:3, opens in your editor. Only this
machine can open the address. Press Ctrl-C to stop.

Examples:
  papers preview --open            the newest paper, in your browser
  papers preview 2008-09-q3        the paper of a period
  papers preview --edit --open     the newest paper, to write in the browser
  papers preview --edit --review returned.docx --open
                                   the changes of a Word file that came back, to accept in the browser
  papers preview --editor vscode   files open in VS Code
  papers preview --editor "subl"   files open in a program that the preview starts`;

export const registerPreview: Register = (program, finish) => {
  addPaperArguments(program.command('preview').description('show the paper in your browser while you write'))
    .option('--port <number>', 'port of the preview (0: any free port)', parsePort, 0)
    .option('--open', 'open the preview in your browser')
    .option('--edit', 'change figures, paragraphs and titles in the preview, and write them to their files')
    .option(
      '--review <file>',
      'show the tracked changes of a Word file that came back; --edit allows to accept them',
    )
    .option(
      '--editor <editor>',
      'what opens a file at its line: vscode, vscodium, cursor, zed, or a command; none copies the place ' +
        '(default: VS Code in its own terminal, otherwise $VISUAL or $EDITOR)',
    )
    .addHelpText('after', HELP)
    .action(async (period: string | undefined, paper: string | undefined, options: PreviewOptions) => {
      finish(await preview(period, paper, options));
    });
};

/** A short pause, so that a save shows at once: the system reports the two parts of a save together. If more follows, the paper is built again. */
const PAUSE_MS = 6;

/** The paper to build, again after each change of its files. */
type PreviewRequest = Omit<BuildRequest, 'onStage' | 'cache' | 'press'>;

async function preview(
  period: string | undefined,
  paper: string | undefined,
  options: PreviewOptions,
): Promise<number> {
  const { root, port, review } = options;
  const named = {
    ...options,
    ...(period !== undefined && { period }),
    ...(paper !== undefined && { paper }),
  };
  const read = review === undefined ? null : readReturnedFile(review, named, makeReviewCommand(review));
  if (review !== undefined && read && !read.value) {
    refuseWordFile(review, read.problems);
    return HAS_ERRORS;
  }
  const returned = read?.value ?? null;
  const wanted = returned ? returned.wanted : { period, paper };
  const request: PreviewRequest = {
    root,
    ...findRequestedPaper(wanted.period, wanted.paper, options),
    edition: createWorkingEdition(root),
  };
  const name = `${request.period} ${request.paper}`;
  const { choice, command } = chooseEditor(options.editor, { root, environment: process.env });
  let isStopping = false;
  const interruption = waitForInterruption();
  const { startPreview } = await import('../preview/start-preview.js');
  const press = new WorkerPress(); // typesetting is the slowest part: in a worker it delays neither the page nor the next save
  const builder = createBuilder(request, press, returned);
  const running = await startPreview({
    name,
    port,
    watch: (listener) => watchFiles([join(root, 'data'), join(root, 'templates')], listener, PAUSE_MS),
    script: readFileSync(new URL('./preview-page.js', import.meta.url), 'utf8'),
    pdfWorker: readFileSync(new URL('./pdf-worker.js', import.meta.url), 'utf8'),
    editor: choice,
    openInEditor: (position) => openInEditor(command, root, position),
    build: builder.build,
    editing: options.edit ? { files: editFiles(root), check: builder.check } : null,
    review:
      review === undefined || !returned || !builder.findFaults
        ? null
        : { returned: describeReturned(review, returned, request), findFaults: builder.findFaults },
    onFailure: (error) => (isStopping ? '' : explainFailure(error)),
  }).catch((error: unknown) => {
    throw isPortUnavailable(error) ? new UsageError(describeUnavailablePort(port)) : error;
  });
  if (options.json) printJson({ period: request.period, paper: request.paper, url: running.url });
  else print(`${name}: ${running.url}\nPress Ctrl-C to stop.`);
  if (options.open) await openInBrowser(running.url);
  else if (!options.json && process.stdout.isTTY)
    print('Start it with --open to open the page in your browser.');
  await interruption;
  isStopping = true; // work that is cut off fails
  await Promise.all([running.stop(), press.stop()]);
  return SUCCESS;
}

interface Builder {
  build: PreviewSetup['build'];
  check: Editing['check'];
  /** Null if there is no returned file. */
  findFaults: Reviewing['findFaults'] | null;
}

/** Creates the functions that build the paper from the current files. They keep results of the last builds in a cache. */
function createBuilder(request: PreviewRequest, press: WorkerPress, returned: ReturnedFile | null): Builder {
  const cache = makeCache();
  const composeUndrawn = (
    edition: Pick<BuildRequest, 'access' | 'unsaved'>,
  ): ReturnType<typeof composeUnchecked> =>
    composeUnchecked({ ...request, onStage: yieldToServer, cache, press, ...edition }, { draw: false });
  const reviewer = returned && createReviewer(request.root, returned, composeUndrawn);
  return {
    findFaults: reviewer && reviewer.findFaults,
    build: async (onStage) => {
      cache.evictUnused();
      const result = await composeUnchecked({ ...request, access: 'exempt', onStage, cache }, { draw: true });
      return result.state === 'sound'
        ? {
            paper: {
              ...preparePaper(result, request, press),
              review: async () => reviewer && reviewer.review(result),
            },
          }
        : { paper: null, problems: addLineTexts(result, request.root) };
    },
    check: async (unsaved) => {
      const result = await composeUndrawn({ access: 'exempt', unsaved });
      return sortProblems(result.state === 'sound' ? findAllProblems(result) : result.problems);
    },
  };
}

/** Lets the server answer requests between two stages. */
function yieldToServer(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Sorts problems, and adds the text of its line to each. */
function addLineTexts(report: ProblemReport, root: string): ListedProblem[] {
  const readLine = createLineReader(report, root);
  return sortProblems(report.problems).map((problem) => {
    const lineText = problem.place && readLine(problem.place.file, problem.place.line);
    return lineText === undefined ? problem : { ...problem, lineText };
  });
}

/** Describes a returned file for the page. */
function describeReturned(
  file: string,
  { wanted, edition }: ReturnedFile,
  chosen: PaperOnFile,
): ReturnedFacts {
  const nameCommand = makeReviewCommand(file);
  return {
    name: basename(file),
    remarks: [
      ...(edition === null ? [] : [`Made from: ${edition}.`]),
      ...(wanted.period === undefined ? [describeUnnamedPaper(chosen, nameCommand)] : []),
    ],
    command: `papers preview --edit --review ${file}`,
  };
}

/** Makes the function that returns the command for a named paper. */
function makeReviewCommand(file: string): (paper: string) => string {
  return (paper) => `papers preview ${paper} --review ${file}`;
}

function preparePaper(
  paper: SoundPaper,
  request: PreviewRequest,
  press: WorkerPress,
): Omit<PublishablePaper, 'review'> {
  const { inputs, document } = paper;
  const { files, theme } = inputs;
  const fonts = inputs.fonts?.files ?? null;
  const typeset = async (): Promise<Uint8Array> => {
    const record = makeBuildRecord(request, document, request.edition(inputs), inputs.access);
    return (await press.packAndTypeset({ document, theme, fonts, files, record })).pdf;
  };
  const check = (): ListedProblem[] =>
    addLineTexts({ ...paper, problems: findAllProblems(paper) }, request.root);
  const html = renderPreviewPage(document, inputs);
  return {
    document,
    theme,
    files,
    html,
    check,
    typeset,
    listLabels: () => listLabels(paper),
    listTextPlaces: () => ({ ...listTextPlaces(inputs, document), cells: listCellPlaces(paper) }),
    listCitations: (label) => [
      ...findCitations(label, paper).map(({ where, place }) => ({ words: where, place })),
      ...inputs.paper.unreviewed
        .filter(({ name }) => name === label)
        .map(({ listPlace }) => ({ words: 'the list of unreviewed text', place: listPlace })),
    ],
    headerRows: new Map(
      inputs.dataSets.flatMap(({ spreadsheet }) =>
        spreadsheet ? [[spreadsheet.path, spreadsheet.headerRow] as const] : [],
      ),
    ),
    paragraphs: new Map(
      inputs.paper.narrative.map(({ id, entries }) => [id, entries.map((entry) => entry.label)]),
    ),
  };
}

/** Explains a disk error for the page. An internal error goes to the terminal with its stack. */
function explainFailure(error: unknown): string {
  const disk = explainDiskError(error);
  if (disk !== null) return disk;
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return 'This is an internal error, not an error in your files. Please report the lines shown in the terminal.';
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65535)
    throw new InvalidArgumentError('Write a number from 0 to 65535.');
  return port;
}

function isPortUnavailable(error: unknown): boolean {
  return hasErrorCode(error, 'EADDRINUSE', 'EACCES');
}

function describeUnavailablePort(port: number): string {
  return `port ${port} cannot be used: another program uses it, or it is reserved.\nOmit --port to use a free port.`;
}
