import { findEnds, type Figure } from '../model/figure.js';
import { nameUnit, type Unit } from '../model/unit.js';
import { toPublishedValue } from '../model/published-value.js';
import type { PrintedFigure } from '../model/list-printed-figures.js';
import { removeFloatNoise } from '../statistics/rounding.js';

/** A column of `figures.csv`, and its description for programs. */
export interface FigureColumn {
  /** The heading. It is also a name in programs, so it has no spaces. */
  name: string;
  description: string;
  /** The type of a cell that is not empty, by its name in the W3C standard. */
  datatype: 'string' | 'number' | 'integer';
  makeCell: (printed: PrintedFigure) => string;
}

/** The columns of `figures.csv` from left to right. An empty cell means that there is no such value. */
export const FIGURE_COLUMNS: FigureColumn[] = [
  text('section', 'The section of the paper', ({ section }) => section),
  text('where', 'The paragraph, table or figure, by its printed number', ({ location }) => location),
  text('row', 'The row of the table or chart', ({ row }) => row),
  text('column', 'The column of the table or chart', ({ column }) => column),
  text('printed', 'The words that the paper prints', (printed) => printed.text),
  text('figure', 'The name of the figure in the data', ({ figure }) => figure.id),
  text('label', 'The name of the figure in words', ({ figure }) => figure.label),
  number('value', 'The value before rounding, in the unit of the row', ({ figure }) =>
    formatDigits(figure.value, figure.unit),
  ),
  text('unit', 'The unit of value, lower and upper', ({ figure }) => nameUnit(figure.unit)),
  text('qualifier', 'The word of the source for a value that is not exact', ({ figure }) => figure.qualifier),
  text('reason', 'The reason why there is no value', ({ figure }) => figure.reason),
  number('lower', 'The lower end of the confidence interval', ({ figure }) =>
    formatDigits(findEnds(figure)?.lower, figure.unit),
  ),
  number('upper', 'The upper end of the confidence interval', ({ figure }) =>
    formatDigits(findEnds(figure)?.upper, figure.unit),
  ),
  text(
    'interval_from',
    'The origin of the interval: computed, or published as a margin by the source, which states its level',
    ({ figure }) => nameOrigin(figure),
  ),
  number('confidence', 'The level of the confidence interval, in per cent', ({ figure }) =>
    formatDigits(figure.margin === undefined ? figure.interval?.confidence : undefined, 'percent'),
  ),
  number('base', 'The number of people or cases behind the value', ({ figure }) => formatDigits(figure.base)),
  number(
    'design_effect',
    'The variance as a multiple of that of a simple random sample; empty if it is not known',
    ({ figure }) => formatDigits(figure.designEffect),
  ),
  number('p_value', 'The p-value of the test of a change', ({ figure }) => formatDigits(figure.test?.pValue)),
  number(
    'adjusted_p_value',
    'The p-value adjusted by Holm’s method for the changes tested together',
    ({ figure }) => formatDigits(figure.test?.adjusted),
  ),
  text('verdict', 'The conclusion of the test of a change', ({ figure }) => figure.test?.verdict),
  text(
    'rank',
    'The position of an area; an equals sign marks a shared one',
    ({ figure }) => figure.rank?.text,
  ),
  integer('ranked', 'The number of areas that are ranked', ({ figure }) => formatDigits(figure.rank?.of)),
  integer(
    'rank_best',
    'The best position that the area could hold, allowing for sampling error',
    ({ figure }) => formatDigits(figure.rank?.range?.best),
  ),
  integer(
    'rank_worst',
    'The worst position that the area could hold, allowing for sampling error',
    ({ figure }) => formatDigits(figure.rank?.range?.worst),
  ),
  text(
    'overall_verdict',
    'The conclusion of the comparison of an area with all areas together',
    ({ figure }) => figure.overall?.verdict,
  ),
  number(
    'overall_adjusted_p_value',
    'The p-value of the comparison with all areas, adjusted by Holm’s method for the areas in the table',
    ({ figure }) => formatDigits(figure.overall?.adjusted),
  ),
  text(
    'next_area',
    'The next area in the league table, unless areas between them are not shown',
    ({ figure }) => figure.next?.area,
  ),
  text(
    'next_verdict',
    'The conclusion of the comparison of an area with the next one',
    ({ figure }) => figure.next?.verdict,
  ),
  number(
    'next_adjusted_p_value',
    'The p-value of the comparison with the next area, adjusted by Holm’s method for the pairs in the table',
    ({ figure }) => formatDigits(figure.next?.adjusted),
  ),
  text('signal', 'The signal of a month in a control chart', ({ figure }) => figure.signal),
  text('period', 'The period that the value describes', ({ figure }) => figure.period),
  text('formula', 'The computation, with the names of other figures', ({ figure }) => figure.formula),
  text('source', 'The publisher and the publication', ({ figure }) => figure.source),
  text('assumed', 'The reason for an assumption', ({ figure }) => figure.assumed),
  text('note', 'A remark that the paper prints with the figure', ({ figure }) => figure.note),
  text(
    'revised',
    'The revised figures that the value is, or is computed from, with their periods',
    ({ figure }) => joinRevisions(figure, nameWithPeriod),
  ),
  text(
    'revised_from',
    'The earlier value of each revised figure: that which its source states, or the earlier count of the same year, with its period',
    ({ figure }) => joinRevisions(figure, formatEarlierValue),
  ),
  text('revision_reason', 'The author’s reason for each revision', ({ figure }) =>
    joinRevisions(figure, ({ revised }) => revised ?? ''),
  ),
  text('file', 'The file of the value', ({ figure }) => figure.place.file),
  text('sheet', 'The sheet of a workbook; empty for other files', ({ figure }) => figure.place.sheet),
  integer('line', 'The line in the file, or the row of the sheet', ({ figure }) => String(figure.place.line)),
];

/** Names where an interval comes from. */
function nameOrigin({ margin, interval }: Figure): string | undefined {
  if (margin !== undefined) return 'published';
  return interval ? 'computed' : undefined;
}

/** Joins the words for each revised figure among a figure and everything that it is computed from. */
function joinRevisions(figure: Figure, format: (revised: Figure) => string): string {
  const revised = listInputs(figure).filter((input) => input.revised !== undefined);
  return [...new Set(revised.map(format))].join('; ');
}

function listInputs(figure: Figure): Figure[] {
  return [figure, ...(figure.inputs ?? []).flatMap(listInputs)];
}

function nameWithPeriod({ id, period }: Figure): string {
  return period === undefined ? id : `${id} (${period})`;
}

function formatEarlierValue({ revisedFrom, unit }: Figure): string {
  if (!revisedFrom) return 'not on file';
  const value = formatDigits(revisedFrom.value, unit);
  return revisedFrom.period === undefined ? value : `${value} (${revisedFrom.period})`;
}

type MakeCell = (printed: PrintedFigure) => string | undefined;

function text(name: string, description: string, makeCell: MakeCell): FigureColumn {
  return makeColumn(name, description, 'string', makeCell);
}

function number(name: string, description: string, makeCell: MakeCell): FigureColumn {
  return makeColumn(name, description, 'number', makeCell);
}

function integer(name: string, description: string, makeCell: MakeCell): FigureColumn {
  return makeColumn(name, description, 'integer', makeCell);
}

function makeColumn(
  name: string,
  description: string,
  datatype: FigureColumn['datatype'],
  makeCell: MakeCell,
): FigureColumn {
  return { name, description, datatype, makeCell: (printed) => makeCell(printed) ?? '' };
}

/** Formats a number without a locale, so that the bytes are the same on every machine. */
function formatDigits(value: number | null | undefined, unit: Unit = 'count'): string {
  return typeof value === 'number' ? String(removeFloatNoise(toPublishedValue(value, unit))) : '';
}
