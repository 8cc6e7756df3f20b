import { packSources } from './archive/pack-sources.js';
import { buildDocument } from './document/build-document.js';
import { checkPaper } from './checks/check-paper.js';
import { computeIndicators } from './indicators/compute-indicators.js';
import { readInputs } from './inputs/read-inputs.js';
import { writeManuscript, type Drawings } from './manuscript/write-manuscript.js';
import { statusOf, WORKING, type Edition } from './model/edition.js';
import type { Document } from './model/document.js';
import type { Indicators } from './model/indicator.js';
import type { Inputs } from './model/inputs.js';
import type { Manuscript } from './model/manuscript.js';
import { FORGETFUL, type Memory } from './model/memory.js';
import { isError, type Problem } from './model/problem.js';
import type { Quarter } from './model/quarter.js';
import { renderCsv } from './csv/render-csv.js';
import { renderHtml } from './html/render-html.js';
import { findUnprintable } from './pdf/find-unprintable.js';
import { TOOL } from './tool.js';

/**
 *   data/ + templates/
 *        │ 1. readInputs          disk → Inputs, each value with its place
 *        │ 2. computeIndicators   Inputs → Indicators
 *        │ 3. draw                Indicators → vector drawings
 *        │ 4. writeManuscript     templates + facts → Markdown, values, places
 *        │ 5. buildDocument       Markdown → numbered, resolved Document
 *        │ 6. checkPaper          → Problems
 *        │ 7. renderCsv, packSources, renderPdf (which takes the other two inside)
 *        │ 8. renderHtml
 *        ▼
 *   the files of output/<quarter>/<paper>/, for the caller to write
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
  memory?: Memory;
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
  const { root, quarter, paper, want, onStage, memory = FORGETFUL } = order;
  await onStage('reading');
  const { value: read, problems } = readInputs(root, quarter, paper, memory);
  if (!read || problems.some(isError)) return { ...NOTHING_MADE, problems, inputs: read };
  const edition = order.edition(read);
  const inputs = { ...read, paper: { ...read.paper, status: statusOf(edition, read.paper.status) } };
  await onStage('computing');
  const indicators = memory.recall('indicators', figuresOf(inputs), () => computeIndicators(inputs));
  await onStage('drawing');
  const drawings = await draw(inputs, indicators, want !== 'problems', memory);
  await onStage('writing');
  const manuscript = writeManuscript(inputs, indicators, drawings);
  const { value: document, problems: faults } = buildDocument(
    manuscript.value,
    inputs,
    edition,
    order.madeAt ?? inputs.paper.madeAt,
  );
  const unprintable = await findUnprintable(document, inputs.files);
  const blocking = [...problems, ...manuscript.problems, ...faults, ...unprintable];
  await onStage('checking');
  // What follows from an error is not a fault of its own.
  const sound = !blocking.some(isError);
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
  if (want !== 'files' || !sound) return outcome;
  await onStage('typesetting');
  const { files, sources } = await typeset(document, inputs, { quarter, paper, edition });
  const page = renderHtml(document, inputs.theme, { trace: false });
  return { ...outcome, files: [...files, { name: `${paper}.html`, bytes: Buffer.from(page) }], sources };
}

/** The PDF, with what goes inside it, and `figures.csv`: plain data in and out, so that it can be done in a thread of its own. */
export async function typeset(
  document: Document,
  { files, theme }: Pick<Inputs, 'files' | 'theme'>,
  { quarter, paper, edition }: Pick<Order, 'quarter' | 'paper'> & { edition: Edition },
): Promise<{ files: Outcome['files']; sources: Uint8Array }> {
  const { renderPdf } = await import('./pdf/render-pdf.js');
  const { status, madeAt } = document;
  const sources = packSources(files, { tool: TOOL, quarter, paper, status, madeAt, ...edition });
  const figures = Buffer.from(renderCsv(document));
  const pdf = await renderPdf(document, theme, [
    {
      name: 'sources.zip',
      type: 'application/zip',
      description: 'The data, templates and look that this paper was made from, and what it was made with',
      relationship: 'Source',
      bytes: sources,
    },
    {
      name: 'figures.csv',
      type: 'text/csv',
      description: 'Every figure that the paper prints, with its source',
      relationship: 'Data',
      bytes: figures,
    },
  ]);
  return {
    files: [
      { name: `${paper}.pdf`, bytes: pdf },
      { name: 'figures.csv', bytes: figures },
    ],
    sources,
  };
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
export async function paperOnData(
  inputs: Inputs,
  other: Pick<Inputs, 'quarter' | 'history'> & Partial<Pick<Inputs, 'measures' | 'surveys'>>,
): Promise<Document> {
  const mixed = { ...inputs, ...other };
  const indicators = computeIndicators(mixed);
  const manuscript = writeManuscript(mixed, indicators, await draw(mixed, indicators, false, FORGETFUL));
  return buildDocument(manuscript.value, mixed, WORKING, inputs.paper.madeAt).value;
}

/** Charts load a chart library, which checking alone does without: an empty drawing stands in where none will be shown. */
async function draw(
  { template, theme, organisation }: Inputs,
  indicators: Indicators,
  drawn: boolean,
  memory: Memory,
): Promise<Drawings> {
  const recall = <T>(key: string, given: unknown, make: () => T): T =>
    memory.recall(key, [JSON.stringify([given, theme])], make);
  const { chartData } = await import('./charts/chart-data.js');
  const specs = template.charts.flatMap((spec) => {
    const data = chartData(spec, indicators, organisation.areas);
    return data ? [{ id: spec.id, data }] : [];
  });
  if (!drawn)
    return {
      charts: Object.fromEntries(specs.map(({ id }) => [id, UNDRAWN])),
      diagrams: Object.fromEntries(template.diagrams.map(({ id }) => [id, UNDRAWN])),
    };
  const [{ drawChart }, { drawDiagram }] = await Promise.all([
    import('./charts/draw-chart.js'),
    import('./charts/draw-diagram.js'),
  ]);
  return {
    charts: Object.fromEntries(
      specs.map(({ id, data }) => [id, recall(`chart ${id}`, data, () => drawChart(id, data, theme))]),
    ),
    diagrams: Object.fromEntries(
      template.diagrams.map(({ id, data }) => [
        id,
        recall(`diagram ${id}`, data, () => drawDiagram(id, data, theme)),
      ]),
    ),
  };
}

/** What indicators are computed from: every file of data but the paper's own. Their text tells whether anything has changed. */
function figuresOf({ files, paper }: Inputs): string[] {
  return files
    .filter(({ path }) => path.startsWith('data/') && !path.endsWith(`/${paper.id}.yaml`))
    .flatMap(({ path, text }) => [path, text]);
}

const UNDRAWN = { svg: '', width: 0, height: 0 };
