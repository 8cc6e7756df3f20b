import { planDrawings } from './charts/plan-drawings.js';
import { buildRecord } from './sources/build-record.js';
import { buildDocument } from './document/build-document.js';
import { illustrate } from './document/illustrate.js';
import { checkPaper } from './checks/check-paper.js';
import { computeIndicators } from './indicators/compute-indicators.js';
import { readInputs } from './inputs/read-inputs.js';
import { writeManuscript } from './manuscript/write-manuscript.js';
import { getEditionStatus, WORKING_EDITION, type Edition } from './model/edition.js';
import type { Document } from './model/document.js';
import type { Indicators } from './model/indicator.js';
import type { Inputs } from './model/inputs.js';
import type { Manuscript } from './model/manuscript.js';
import { noCache, type Cache } from './model/cache.js';
import { isError, type Problem } from './model/problem.js';
import type { Quarter } from './model/quarter.js';
import { renderHtml } from './html/render-html.js';
import { findUnprintable } from './pdf/find-unprintable.js';
import { createInProcessPress } from './press/in-process-press.js';
import type { Press } from './press/press.js';

/**
 *   data/ + templates/
 *        │ 1. readInputs          disk → Inputs, each value with its place
 *        │ 2. computeIndicators   Inputs → Indicators
 *        │ 3. planDrawings        Indicators → what each chart shows ──▶ press.draw: vectors
 *        │ 4. writeManuscript     templates + facts → Markdown, values, places      │
 *        │ 5. buildDocument       Markdown → numbered, resolved Document            │
 *        │    illustrate          ◀──────────────────────────────────────────────────┘
 *        │ 6. checkPaper          → Problems      ──▶ press.typeset: PDF, figures.csv and sources inside
 *        │ 7. renderHtml                                                            │
 *        ▼                        ◀──────────────────────────────────────────────────┘
 *   the files of output/<quarter>/<paper>/, for the caller to write
 *
 * The press may be a thread beside this one: it draws while the manuscript is written, and typesets while the paper is checked.
 */
export interface Order {
  /** The project's folder, which holds `data/` and `templates/`. */
  root: string;
  quarter: Quarter;
  paper: string;
  /** The date that the outputs carry; null takes the one written in the paper. */
  madeAt: Date | null;
  /** Which edition it is: the archive knows once it is known what paper this is. */
  edition: (inputs: Inputs) => Edition;
  /** How far to go. Only a `document` that is to be shown, and the `files`, have their charts drawn. */
  want: 'problems' | 'document' | 'files';
  /** Called before each stage, which waits for it: whoever shows progress can let it be seen. */
  onStage: (name: string) => void | Promise<void>;
  /** What earlier builds of the same paper left, so that only what has changed since is made again. */
  cache?: Cache;
  /** Where drawings and PDF are made; in this thread unless said. */
  press?: Press;
}

export interface Outcome {
  problems: Problem[];
  /** As they were read: the edition may have decided otherwise of the paper's status. */
  inputs: Inputs | null;
  /** What lies between inputs and document, for whoever asks where something comes from. Null where there is no document. */
  indicators: Indicators | null;
  manuscript: Manuscript | null;
  document: Document | null;
  /** Whether the paper can be built: no error of inputs, templates or references stands. */
  sound: boolean;
  /** Empty where only the problems were asked for, or an error of inputs, templates or references stands. */
  files: { name: string; bytes: Uint8Array }[];
  /** The zip archive that the PDF holds, from which the same bytes can be made again. Null where `files` is empty. */
  sources: Uint8Array | null;
}

export async function buildPaper(order: Order): Promise<Outcome> {
  const { root, quarter, paper, want, onStage, cache = noCache, press = createInProcessPress(cache) } = order;
  await onStage('reading');
  const { value: read, problems } = readInputs(root, quarter, paper, cache);
  if (!read || problems.some(isError)) return { ...NOTHING_MADE, problems, inputs: read };
  const edition = order.edition(read);
  const status = getEditionStatus(edition, read.paper.status);
  const inputs = { ...read, paper: { ...read.paper, status } };
  const madeAt = order.madeAt ?? inputs.paper.madeAt;
  const { files: sourceFiles, theme } = inputs;
  const record = buildRecord(order, { status, madeAt }, edition);
  await onStage('computing');
  const indicators = cache.compute('indicators', figuresOf(inputs), () => computeIndicators(inputs));
  const plans = planDrawings(inputs, indicators);
  const drawing = want === 'problems' ? null : begun(press.draw(plans, theme));
  const packing = want === 'files' ? begun(press.pack(sourceFiles, record)) : null;
  await onStage('writing');
  const manuscript = writeManuscript(inputs, indicators, plans);
  const { value: undrawn, problems: faults } = buildDocument(manuscript.value, inputs, edition, madeAt);
  const unprintable = await findUnprintable(undrawn, sourceFiles);
  const document = drawing ? illustrate(undrawn, await drawing) : undrawn;
  const blocking = [...problems, ...manuscript.problems, ...faults, ...unprintable];
  const sound = !blocking.some(isError);
  const sources = sound ? await packing : null;
  const typesetting = sources && begun(press.typeset({ document, theme, sources }));
  await onStage('checking');
  // What follows from an error is not a fault of its own.
  const checked = sound ? checkPaper({ inputs, indicators, manuscript: manuscript.value, document }) : [];
  const outcome = {
    ...NOTHING_MADE,
    problems: [...blocking, ...checked],
    inputs: read,
    indicators,
    manuscript: manuscript.value,
    document,
    sound,
  };
  if (!typesetting) return outcome;
  await onStage('typesetting');
  const page = renderHtml(document, theme, { trace: false });
  const { pdf, figures } = await typesetting;
  const files = [
    { name: `${paper}.pdf`, bytes: pdf },
    { name: 'figures.csv', bytes: figures },
    { name: `${paper}.html`, bytes: Buffer.from(page) },
  ];
  return { ...outcome, files, sources };
}

/** Work that goes on meanwhile: its failure is met where it is awaited, and not before. */
function begun<Result>(work: Promise<Result>): Promise<Result> {
  work.catch(() => undefined);
  return work;
}

/** The paper as a preview shows it: each figure and block marked with where it comes from. */
export function previewPage(document: Document, { theme }: Pick<Inputs, 'theme'>): string {
  return renderHtml(document, theme, { trace: true });
}

const NOTHING_MADE = {
  indicators: null,
  manuscript: null,
  document: null,
  sound: false,
  files: [],
  sources: null,
};

/**
 * The paper as it would be on other data, or by other measures: what tells, when two versions are compared, a change of the data
 * from one of the words. Its faults do not matter, so nothing is checked and nothing drawn.
 */
export function paperOnData(
  inputs: Inputs,
  other: Pick<Inputs, 'quarter' | 'history'> & Partial<Pick<Inputs, 'measures' | 'surveys'>>,
): Document {
  const mixed = { ...inputs, ...other };
  const indicators = computeIndicators(mixed);
  const manuscript = writeManuscript(mixed, indicators, planDrawings(mixed, indicators));
  return buildDocument(manuscript.value, mixed, WORKING_EDITION, inputs.paper.madeAt).value;
}

/** What indicators are computed from: every file of data but the paper's own. Their text tells whether anything has changed. */
function figuresOf({ files, paper }: Inputs): string[] {
  return files
    .filter(({ path }) => path.startsWith('data/') && !path.endsWith(`/${paper.id}.yaml`))
    .flatMap(({ path, text }) => [path, text]);
}
