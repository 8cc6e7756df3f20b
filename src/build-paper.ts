import './schema/interpret-schemas.js'; // before the first schema
import { planDrawings } from './charts/plan-drawings.js';
import { applySeverities, checkPaper } from './checks/check-paper.js';
import { buildDocument } from './document/build-document.js';
import { illustrate } from './document/illustrate.js';
import { renderHtml } from './html/render-html.js';
import { computeIndicators } from './indicators/compute-indicators.js';
import { cutSpreadsheets } from './inputs/data-sets/cut-spreadsheets.js';
import { planForeignRedaction, readInputs } from './inputs/read-inputs.js';
import { changesFiles, joinOverlays, NO_OVERLAY } from './inputs/redaction/overlay.js';
import { planRedaction } from './inputs/redaction/plan-redaction.js';
import { nameColumns } from './manuscript/name-columns.js';
import { writeManuscript } from './manuscript/write-manuscript.js';
import type { Document } from './model/document.js';
import type { DrawingPlans } from './model/drawing.js';
import { getEditionStatus, WORKING_EDITION, type Edition } from './model/edition.js';
import { isWhollyExempt, type Access } from './model/exemption.js';
import type { Indicators } from './model/indicators.js';
import type { Inputs } from './model/inputs.js';
import type { Manuscript } from './model/manuscript.js';
import { noCache, type Cache } from './model/cache.js';
import { listLabelsByAnchor } from './model/list-labels-by-anchor.js';
import { formatPlace, isError, type Problem } from './model/problem.js';
import type { Theme } from './model/theme.js';
import type { Fonts } from './model/typeface.js';
import { findUnusableFaces } from './pdf/find-unusable-faces.js';
import { findUnprintable } from './pdf/find-unprintable.js';
import { findWideTables } from './pdf/find-wide-tables.js';
import { createInProcessPress } from './press/in-process-press.js';
import type { Press } from './press/press.js';
import { makeBuildRecord } from './sources/build-record.js';
import { computeFingerprint } from './sources/compute-fingerprint.js';
import { listUsedCells } from './sources/list-used-cells.js';
import type { PackedFile } from './sources/pack-sources.js';

/**
 *   data/ + templates/
 *        │ 1. readInputs          disk → Inputs, each value with its place
 *        │ 2. computeIndicators   Inputs → Indicators
 *        │ 3. planDrawings        Indicators → what each chart shows ──▶ press.draw: vectors
 *        │ 4. writeManuscript     templates + facts → Markdown, values, places      │
 *        │ 5. buildDocument       Markdown → numbered, resolved Document            │
 *        │    illustrate          ◀──────────────────────────────────────────────────┘
 *        │ 6. checkPaper          → Problems      ──▶ press.typeset: PDF, figures.csv and sources inside
 *        │ 7. renderHtml                                  press.writeWord, if asked │
 *        ▼                        ◀──────────────────────────────────────────────────┘
 *   the files of output/<period>/<paper>/, for the caller to write
 *
 * The press may be a worker thread: it draws while the manuscript is written, and typesets while the paper is checked.
 */
export interface BuildRequest {
  /** The project's folder, which contains `data/` and `templates/`. */
  root: string;
  /** The name of the period's folder. */
  period: string;
  paper: string;
  /** The date that the outputs carry. Null takes the date from the paper's file. */
  madeAt: Date | null;
  /** Chooses the edition once the paper is known: the archive decides which version comes next. */
  edition: (inputs: Inputs) => Edition;
  /** Called before each stage, which waits for the result, so that progress can be drawn. */
  onStage: (name: string) => void | Promise<void>;
  /** The name of a data set to read even if it has no definition and the paper does not mention it. */
  alsoReads?: string;
  /** Writes a Word document too. Default: false. */
  hasWord?: boolean;
  /** The edition to build. Default: the public one, which leaves out what is exempt. */
  access?: Access;
  /** Results of earlier builds of the same paper. Only stages whose inputs changed run again. */
  cache?: Cache;
  /** Texts to read in place of files, by path, before the author saves them. */
  unsaved?: ReadonlyMap<string, string>;
  /** Draws and typesets. Default: a press in this thread. */
  press?: Press;
}

/** An error in the inputs stopped the build before anything was computed. */
export interface UnreadPaper {
  state: 'unread';
  problems: Problem[];
  /** Null if a required file is missing or unusable. */
  inputs: Inputs | null;
}

interface WrittenPaper {
  problems: Problem[];
  /** Inputs as the author wrote them. The document's status may differ: the edition decides it. */
  inputs: Inputs;
  indicators: Indicators;
  manuscript: Manuscript;
  document: Document;
}

/** An error in templates or references: the paper can be explained and compared, but not published. */
export interface UnsoundPaper extends WrittenPaper {
  state: 'unsound';
}

/** A document without errors in inputs, templates or references. The checks may have found problems, or find them later. */
export interface SoundPaper extends WrittenPaper {
  state: 'sound';
  /** As in a built paper. */
  leavesOut: boolean;
}

export interface BuiltPaper extends WrittenPaper {
  state: 'built';
  files: { name: string; bytes: Uint8Array }[];
  /** The zip archive inside the PDF. A build from it gives the same bytes. */
  sources: Uint8Array;
  /** The files in that archive, without the build record. */
  sourceFiles: PackedFile[];
  /** True if this is a public edition that leaves something out, so that the paper has an exempt edition too. */
  leavesOut: boolean;
}

/** The file of every figure that the paper prints, with its source. */
const FIGURES = 'figures.csv';

/** Runs the whole pipeline. Nothing is written: the caller gets the files. */
export async function buildPaper(request: BuildRequest): Promise<UnreadPaper | UnsoundPaper | BuiltPaper> {
  const { paper, onStage, press = createInProcessPress(request.cache) } = request;
  const plan = await readAndPlan(request);
  if (plan.state === 'unread') return plan;
  const { theme, dataSets } = plan.inputs;
  const fonts = plan.inputs.fonts?.files ?? null;
  const drawing = runInBackground(press.draw(plan.plans, theme, fonts));
  const pack = (packed: PackedFile[]): Promise<Uint8Array> =>
    runInBackground(press.pack(packed, makeRecord(request, plan)));
  // Which cells of spreadsheets the paper uses is known only when it is written.
  const hasSpreadsheets = dataSets.some(({ spreadsheet }) => spreadsheet !== null);
  const packing = hasSpreadsheets ? null : pack(plan.inputs.files);
  const draft = await writeDocument(plan, onStage);
  const document = illustrate(draft.document, await drawing);
  if (hasErrors(draft)) return { ...draft, document, state: 'unsound' };
  const sourceFiles = listSourceFiles(draft);
  const sources = await (packing ?? pack(sourceFiles));
  const typesetting = runInBackground(press.typeset({ document, theme, fonts, sources }));
  await onStage('checking');
  const problems = findAllProblems({ ...draft, document });
  await onStage('typesetting');
  const page = renderHtml(document, theme, {
    isTraced: false,
    files: { pdf: `${paper}.pdf`, figures: FIGURES },
  });
  const { pdf, figures, figuresDescription } = await typesetting;
  const word = request.hasWord
    ? await writeWord(request, { ...draft, document }, plan.inputs, sourceFiles)
    : [];
  const files = [
    { name: `${paper}.pdf`, bytes: pdf },
    { name: FIGURES, bytes: figures },
    { name: `${paper}.html`, bytes: Buffer.from(page) },
    { name: 'figures.csv-metadata.json', bytes: figuresDescription },
    ...word,
  ];
  const { leavesOut } = plan;
  return { ...draft, problems, document, state: 'built', files, sources, sourceFiles, leavesOut };
}

/** Lists the files that a paper is made from, without the rows of spreadsheets that it does not use. */
export function listSourceFiles(paper: WrittenPaper): PackedFile[] {
  const hasSpreadsheets = paper.inputs.dataSets.some(({ spreadsheet }) => spreadsheet !== null);
  return hasSpreadsheets ? cutSources(paper) : paper.inputs.files;
}

/** Writes the Word document, which a returned copy leads back to its sources. */
async function writeWord(
  { period, paper, onStage, press = createInProcessPress() }: BuildRequest,
  { document, manuscript }: Pick<WrittenPaper, 'document' | 'manuscript'>,
  { theme, fonts, access }: Inputs,
  sourceFiles: readonly PackedFile[],
): Promise<BuiltPaper['files']> {
  await onStage('writing the Word document');
  const sources = computeFingerprint(sourceFiles);
  const bytes = await press.writeWord({
    document,
    theme,
    fonts: fonts?.files ?? null,
    labels: listLabelsByAnchor(document, manuscript),
    origin: { period, paper, access, edition: document.statusText, sources },
  });
  return [{ name: `${paper}.docx`, bytes }];
}

/** Runs the pipeline up to the checked document. Charts are drawn only for a document that will be shown. */
export async function composePaper(
  request: BuildRequest,
  options: { draw: boolean },
): Promise<UnreadPaper | UnsoundPaper | SoundPaper> {
  const paper = await composeUnchecked(request, options);
  if (paper.state !== 'sound') return paper;
  await request.onStage('checking');
  return { ...paper, problems: findAllProblems(paper) };
}

/** Runs the pipeline up to the document, without the checks. `findAllProblems` runs them later. */
export async function composeUnchecked(
  request: BuildRequest,
  { draw }: { draw: boolean },
): Promise<UnreadPaper | UnsoundPaper | SoundPaper> {
  const { onStage, press = createInProcessPress(request.cache) } = request;
  const plan = await readAndPlan(request);
  if (plan.state === 'unread') return plan;
  const { theme, fonts } = plan.inputs;
  const drawing = draw ? runInBackground(press.draw(plan.plans, theme, fonts?.files ?? null)) : null;
  const draft = await writeDocument(plan, onStage);
  const document = drawing ? illustrate(draft.document, await drawing) : draft.document;
  return { ...draft, document, state: hasErrors(draft) ? 'unsound' : 'sound', leavesOut: plan.leavesOut };
}

/**
 * Returns the problems of an unchecked paper, and then those that the checks find in it. The public edition of a paper that is exempt
 * as a whole says only that, so there is nothing to check.
 */
export function findAllProblems(paper: WrittenPaper): Problem[] {
  const { inputs, document } = paper;
  const { status } = document;
  if (inputs.access === 'public' && isWhollyExempt(inputs.paper.exempt)) return paper.problems;
  return [
    ...paper.problems,
    ...checkPaper({ ...paper, inputs: { ...inputs, paper: { ...inputs.paper, status } } }),
  ];
}

/** Renders the page of a preview: each figure and block carries its source. */
export function renderPreviewPage(document: Document, { theme }: Pick<Inputs, 'theme'>): string {
  return renderHtml(document, theme, { isTraced: true, files: null });
}

/**
 * Writes the paper from another version's data or measures. A comparison uses it to separate changes of data from changes of
 * words. Nothing is checked or drawn: the builds of both versions report their problems themselves.
 */
export function writePaperOnData(
  inputs: Inputs,
  data: Pick<Inputs, 'period' | 'history'> & Partial<Pick<Inputs, 'measures' | 'surveys'>>,
): Document {
  const mixed = { ...inputs, ...data };
  const indicators = nameColumns(mixed, computeIndicators(mixed));
  const manuscript = writeManuscript(mixed, indicators, planDrawings(mixed, indicators));
  return buildDocument(manuscript.value, mixed, WORKING_EDITION, inputs.paper.madeAt).value;
}

/** The results of stages 1 to 3. */
interface Plan {
  state: 'planned';
  cache: Cache;
  problems: Problem[];
  inputsAsWritten: Inputs;
  /** The inputs with the edition's status in place of the author's. */
  inputs: Inputs;
  edition: Edition;
  madeAt: Date;
  indicators: Indicators;
  plans: DrawingPlans;
  /** True for a public edition of files that have more. False for a paper without exempt parts, and for redacted files. */
  leavesOut: boolean;
}

/** Stages 1 to 3. */
async function readAndPlan(request: BuildRequest): Promise<UnreadPaper | Plan> {
  const { root, period, paper, onStage, cache = noCache, alsoReads, access = 'public', unsaved } = request;
  await onStage('reading');
  const { value: read, problems } = readInputs(root, period, paper, { cache, alsoReads, access, unsaved });
  const plan = await planFrom(request, read, problems);
  if (plan.state === 'unread' || access === 'exempt' || plan.inputs.paper.exempt.length === 0) return plan;
  return planPublicEdition(request, plan);
}

/**
 * Plans the public edition of a paper with exempt parts. The whole paper is written once, because it knows the numbers of what is left
 * out. Then its files are redacted and read again: the public edition never has what is exempt.
 */
async function planPublicEdition(request: BuildRequest, plan: Plan): Promise<UnreadPaper | Plan> {
  const { root, period, paper, onStage, cache = noCache, alsoReads, unsaved } = request;
  const { inputsAsWritten } = plan;
  const whole = await writeDocument(plan, onStage);
  if (hasErrors(whole)) return { state: 'unread', problems: whole.problems, inputs: inputsAsWritten };
  const foreign = planForeignRedaction(root, inputsAsWritten, cache) ?? NO_OVERLAY;
  const own = planRedaction(inputsAsWritten, whole.document);
  const overlay = joinOverlays(foreign, own);
  const { value, problems } = readInputs(root, period, paper, { cache, alsoReads, overlay, unsaved });
  const redacted = await planFrom(request, value, problems);
  if (redacted.state === 'unread') return redacted;
  return { ...redacted, leavesOut: changesFiles(own, inputsAsWritten.files) };
}

async function planFrom(
  request: BuildRequest,
  read: Inputs | null,
  found: Problem[],
): Promise<UnreadPaper | Plan> {
  const { onStage, cache = noCache } = request;
  const unusable = read?.fonts ? await checkFonts(read.fonts, read.theme, cache) : [];
  const problems = read ? applySeverities([...found, ...unusable], read) : found;
  if (!read || problems.some(isError)) return { state: 'unread', problems, inputs: read };
  const edition = request.edition(read);
  const status = getEditionStatus(edition, read.paper.status);
  const inputs = { ...read, paper: { ...read.paper, status } };
  const madeAt = request.madeAt ?? inputs.paper.madeAt;
  await onStage('computing');
  const computed = cache.compute('indicators', listDataTexts(inputs), () => computeIndicators(inputs));
  const indicators = nameColumns(inputs, computed, cache);
  const plans = planDrawings(inputs, indicators);
  return {
    state: 'planned',
    cache,
    problems,
    inputsAsWritten: read,
    inputs,
    edition,
    madeAt,
    indicators,
    plans,
    leavesOut: false,
  };
}

/** Opens the fonts of the project, once for each version of them. */
function checkFonts(fonts: Fonts, { typeface }: Theme, cache: Cache): Promise<Problem[]> {
  const hashes = Object.values(typeface.hashes ?? {});
  const places = Object.values(fonts.places).map(formatPlace);
  return cache.compute('fonts', [...hashes, ...places], () => findUnusableFaces(fonts));
}

/** Stages 4 and 5. The document's charts and diagrams are still empty. */
async function writeDocument(plan: Plan, onStage: BuildRequest['onStage']): Promise<WrittenPaper> {
  const { cache, inputsAsWritten, inputs, edition, madeAt, indicators, plans } = plan;
  await onStage('writing');
  const manuscript = writeManuscript(inputs, indicators, plans, cache);
  const document = buildDocument(manuscript.value, inputs, edition, madeAt, cache);
  const unprintable = await findUnprintable(document.value, inputs.theme, inputs.files);
  const wide = findWideTables(document.value, inputs.theme);
  return {
    problems: [...plan.problems, ...manuscript.problems, ...document.problems, ...unprintable, ...wide],
    inputs: inputsAsWritten,
    indicators,
    manuscript: manuscript.value,
    document: document.value,
  };
}

function cutSources({ inputs, manuscript, document }: WrittenPaper): PackedFile[] {
  return cutSpreadsheets(inputs, listUsedCells(inputs, manuscript, document));
}

function makeRecord(
  request: BuildRequest,
  { inputs, edition, madeAt }: Plan,
): ReturnType<typeof makeBuildRecord> {
  return makeBuildRecord(request, { status: inputs.paper.status, madeAt }, edition, inputs.access);
}

function hasErrors({ problems }: Pick<WrittenPaper, 'problems'>): boolean {
  return problems.some(isError);
}

/** Starts work whose failure is reported where it is awaited, and not earlier as an unhandled rejection. */
function runInBackground<Result>(work: Promise<Result>): Promise<Result> {
  work.catch(() => undefined);
  return work;
}

/** The texts that indicators are computed from: every data file except the paper's own. */
function listDataTexts({ files, paper }: Inputs): string[] {
  return files
    .filter(({ path }) => path.startsWith('data/') && !path.endsWith(`/${paper.id}.yaml`))
    .flatMap(({ path, text }) => [path, text]);
}
