import { checkChart, describeChart, listChartCells, listChartValues } from '../charts/kinds/index.js';
import { isAreaColumn } from '../format/area-column-texts.js';
import type { DrawingPlans } from '../model/drawing.js';
import type { Indicators } from '../model/indicators.js';
import type { Inputs } from '../model/inputs.js';
import { makePlainFragment, type Fragment } from '../model/fragment.js';
import { walkInlines, type Inline } from '../model/inline.js';
import type { Cell, Manuscript, ManuscriptChart, ManuscriptTable } from '../model/manuscript.js';
import type { Markup } from '../model/markup.js';
import type { ChartSpec, DiagramSpec, TableSpec } from '../model/template.js';
import type { Place, Problem } from '../model/problem.js';
import { makeTextCell } from './figure-cells.js';
import { describeRevision, writeFigureNotes } from './figure-notes.js';
import { findMissingFile } from './find-missing-file.js';
import { renderChartTable } from './render-chart-table.js';
import { readWords } from './read-words.js';
import { joinRendered, joinRenderedFields, mapRendered, type Rendered } from './rendered.js';
import type { Renderer } from './renderer.js';
import { joinNotes } from './table-notes.js';
import { alignPlaces } from './tables/align-places.js';
import { makeTableGrid } from './tables/index.js';
import { writeNoIntervalsNote, writeRankingNotes } from './tables/ranking-notes.js';
import type { TableFacts } from './tables/table-kind.js';

/** Writes the tables. `placed` names those that sections place. */
export function writeTables(
  inputs: Inputs,
  indicators: Indicators,
  renderer: Renderer,
  placed: ReadonlySet<string>,
): Rendered<Manuscript['tables']> {
  return writeById(inputs.template.tables, (spec) =>
    writeTable(spec, { inputs, indicators, render: renderer.render, isPlaced: placed.has(spec.id) }),
  );
}

/** Writes the charts that have a plan: the others have nothing to draw. */
export function writeCharts(
  inputs: Inputs,
  indicators: Indicators,
  plans: DrawingPlans,
  renderer: Renderer,
): Rendered<Manuscript['charts']> {
  const planned = inputs.template.charts.filter(({ id }) => plans.charts[id]);
  return writeById(planned, (spec) => writeChart(spec, inputs, indicators, renderer));
}

export function writeDiagrams({ template }: Inputs, renderer: Renderer): Rendered<Manuscript['diagrams']> {
  return writeById(template.diagrams, (spec) => writeDiagram(spec, renderer));
}

/** Writes each of the specified inserts, and returns them by their ids. */
function writeById<Spec extends { id: string }, Insert>(
  specs: readonly Spec[],
  write: (spec: Spec) => Rendered<Insert>,
): Rendered<Record<string, Insert>> {
  return joinRenderedFields<Record<string, Insert>>(
    Object.fromEntries(specs.map((spec) => [spec.id, write(spec)])),
  );
}

function writeTable(
  { title, notes, content, place }: TableSpec,
  facts: Omit<TableFacts, 'place'>,
): Rendered<ManuscriptTable> {
  const render = (markup: Markup): Rendered<Fragment> => facts.render(markup, {});
  const parts = joinRenderedFields({
    title: render(title),
    grid: makeTableGrid(content, { ...facts, place }),
    notes: renderAll(notes, render),
  });
  return mapRendered(
    parts,
    ({
      title: heading,
      grid: { columns, heads, rows, generated, cells = [], lettered = [] },
      notes: further,
    }) => ({
      title: heading,
      columns,
      ...(heads && { heads }),
      rows: content.kind === 'data' ? rows : alignPlaces(rows),
      cells,
      notes: [
        ...lettered.map(({ text }) => text),
        ...makeNotes(
          [
            generated,
            // The key of a data set explains its marks.
            content.kind === 'data' ? null : writeFigureNotes(columns.map(readHeading), listCells(rows)),
          ],
          place,
        ),
        ...further,
      ],
      ...(lettered.length > 0 && {
        letters: Object.fromEntries(lettered.map(({ letter }, index) => [letter, index])),
      }),
      place,
    }),
  );
}

function readHeading({ heading }: ManuscriptTable['columns'][number]): string {
  return typeof heading === 'string' ? heading : readWords(heading);
}

function listCells(rows: ManuscriptTable['rows']): Cell[][] {
  return rows.map(({ cells }) => cells);
}

/** Makes one note of those that the program writes. */
function makeNotes(notes: (string | null)[], place: Place): Fragment[] {
  const text = joinNotes(notes);
  return text === null ? [] : [makePlainFragment(text, place)];
}

function writeChart(
  spec: ChartSpec,
  inputs: Inputs,
  indicators: Indicators,
  { render }: Renderer,
): Rendered<ManuscriptChart> {
  const self = { chart: listChartValues(spec.content, indicators) };
  const words = joinRenderedFields({
    title: render(spec.title, self),
    subtitle: render(spec.subtitle, self),
    alternative: render(spec.alternative, self),
    notes: renderAll(spec.notes, render),
  });
  const { note, alternative } = describeChart(spec.content, indicators);
  const table = renderChartTable(spec, indicators);
  const headings = ['', ...table.dataColumns];
  const rows = table.data.map(({ label, cells }) => [makeTextCell(label), ...cells]);
  const problems = checkChart(spec.content, indicators).map((problem) =>
    explainMissingSet(problem, spec, inputs),
  );
  const whole = { ...words, problems: [...problems, ...words.problems] };
  return mapRendered(whole, (rendered) => ({
    ...rendered,
    cells: listChartCells(spec.content, indicators),
    alternativeEnd: alternative,
    ...table,
    notes: [
      ...makeNotes(
        [note, writeChartNotes(spec, headings, rows), writeAreaNotes(spec, inputs, indicators)],
        spec.place,
      ),
      ...rendered.notes,
    ],
    place: spec.place,
  }));
}

/** Writes the notes of a chart's figures. The key of a data set explains its marks. */
function writeChartNotes(
  { content }: ChartSpec,
  headings: readonly string[],
  rows: readonly Inline[][][],
): string | null {
  if (!('source' in content) || content.source.kind !== 'data') return writeFigureNotes(headings, rows);
  const figures = rows.flatMap((cells) =>
    cells.flatMap((cell) =>
      [...walkInlines(cell)].flatMap((inline) => (inline.kind === 'value' ? (inline.figure ?? []) : [])),
    ),
  );
  return joinNotes([...new Set(figures.flatMap(describeRevision))]);
}

/** Explains the columns of a league table that a chart prints beside its rows. */
function writeAreaNotes({ content }: ChartSpec, inputs: Inputs, { rankings }: Indicators): string | null {
  if (!('source' in content) || content.source.kind !== 'areas') return null;
  const ranking = Object.hasOwn(rankings, content.source.measure)
    ? rankings[content.source.measure]
    : undefined;
  if (ranking?.reason !== null) return null;
  const columns = content.beside.filter(isAreaColumn).filter((show) => show !== 'interval');
  const notes = writeRankingNotes(
    columns.map((show) => ({ show })),
    ranking,
    inputs.organisation.areas,
  );
  // The chart would draw the intervals. A column of rank ranges has the note already.
  return joinNotes([notes, columns.includes('rank-range') ? null : writeNoIntervalsNote(ranking)]);
}

/** Reports the missing file of a data set instead of an unknown name. */
function explainMissingSet(problem: Problem, { content, place }: ChartSpec, inputs: Inputs): Problem {
  if (problem.rule !== 'data-set-exists' || !('source' in content) || content.source.kind !== 'data')
    return problem;
  return findMissingFile(inputs, 'data', content.source.set, problem.place ?? place) ?? problem;
}

function writeDiagram(spec: DiagramSpec, { render }: Renderer): Rendered<Manuscript['diagrams'][string]> {
  const words = joinRenderedFields({
    title: render(spec.title),
    alternative: render(spec.alternative),
    notes: renderAll(spec.notes, render),
  });
  return mapRendered(words, (rendered) => ({ ...rendered, data: spec.data, place: spec.place }));
}

function renderAll(markups: readonly Markup[], render: Renderer['render']): Rendered<Fragment[]> {
  return joinRendered(markups.map((markup) => render(markup)));
}
