import { formatColumns } from '../format/columns.js';
import { formatDesignEffect } from '../format/design-effect.js';
import { formatNumber } from '../format/numbers.js';
import { formatExactValue, formatInterval } from '../format/figures.js';
import type { Figure } from '../model/figure.js';
import type { PrintedFigure } from '../model/list-printed-figures.js';
import { formatPlace } from '../model/problem.js';
import type {
  CellExplanation,
  Citation,
  Explanation,
  FigureExplanation,
  LabelExplanation,
} from './explanation.js';
import { renderDataSet } from './render-data-set.js';

/** Renders an explanation as lines of text. */
export function renderExplanation(explanation: Explanation): string {
  switch (explanation.kind) {
    case 'figure':
      return renderFigure(explanation);
    case 'label':
      return renderLabel(explanation);
    case 'data-set':
      return renderDataSet(explanation);
    case 'cell':
      return renderCell(explanation);
    default:
      return explanation satisfies never;
  }
}

function renderCell({ name, text, row, column, place }: CellExplanation): string {
  return [
    `${name}: ${text || 'an empty cell'}`,
    ...formatDetails([
      ['row', row],
      ['column', column],
      ['file', formatPlace(place)],
    ]),
  ].join('\n');
}

function renderFigure({ figure, cell, printed }: FigureExplanation): string {
  const texts = [...new Set(printed.map(({ text }) => text))];
  return [
    `${figure.id}: ${figure.label}`,
    ...formatDetails([
      ['value', formatExactValue(figure)],
      ['printed as', texts.join('; ') || 'not printed in this paper'],
      ['interval', formatIntervalWithConfidence(figure)],
      ['base', figure.base === undefined ? null : formatNumber(figure.base)],
      ['design effect', formatDesignEffect(figure)],
      ['period', figure.period ?? null],
      ['formula', figure.formula ?? null],
      ['source', figure.source || 'to come'],
      ['assumed', figure.assumed ?? null],
      ['row', cell && cell.row],
      ['column', cell && cell.column],
      ['file', formatPlace(figure.place)],
    ]),
    ...(figure.inputs ? ['', 'computed from', ...renderInputs(figure.inputs, 1)] : []),
    ...(printed.length > 0 ? ['', 'printed in', ...formatRows(printed.map(makePrintedRow), 1)] : []),
  ].join('\n');
}

function renderLabel(explanation: LabelExplanation): string {
  const { name, what, number, title, section, place, citedBy, printed } = explanation;
  return [
    `${name}: ${[number ?? what, title].filter((part) => part !== '').join(': ')}`,
    ...formatDetails([
      ['section', what === 'section' || what === 'appendix' ? null : section],
      ['file', formatPlace(place)],
    ]),
    '',
    ...(citedBy.length > 0
      ? ['cited by', ...formatRows(citedBy.map(makeCitationRow), 1)]
      : ['not cited in this paper']),
    '',
    ...(printed.length > 0
      ? ['prints these figures', ...formatRows(printed.map(makeFigureRow), 1)]
      : ['prints no figures']),
  ].join('\n');
}

function formatIntervalWithConfidence(figure: Figure): string | null {
  const text = formatInterval(figure);
  if (text === null) return null;
  const origin =
    figure.margin === undefined ? `${formatNumber((figure.interval?.confidence ?? 0) * 100)}%` : 'published';
  return `${text} (${origin})`;
}

/** Formats rows as aligned columns. Each step of depth indents them by two spaces. */
function formatRows(rows: readonly string[][], depth: number): string[] {
  return formatColumns(rows).map((line) => `${'  '.repeat(depth)}${line}`);
}

/** Renders each input with its value and place, and the inputs of each below it. */
function renderInputs(inputs: readonly Figure[], depth: number): string[] {
  const rows = inputs.map((input) => [
    `${input.id}${input.period === undefined ? '' : ` (${input.period})`}`,
    formatExactValue(input),
    formatPlace(input.place),
  ]);
  const lines = formatRows(rows, depth);
  return inputs.flatMap((input, index) => [
    lines[index] ?? '',
    ...renderInputs(input.inputs ?? [], depth + 1),
  ]);
}

function makePrintedRow(printed: PrintedFigure): string[] {
  const { text, location, section } = printed;
  return [text, [location, ...describeCell(printed)].filter(Boolean).join(', '), section];
}

function makeFigureRow(printed: PrintedFigure): string[] {
  const { text, figure } = printed;
  return [text, figure.id, describeCell(printed).join(', '), formatPlace(figure.place)];
}

function describeCell({ row, column }: PrintedFigure): string[] {
  return [...(row ? [`row "${row}"`] : []), ...(column ? [`column "${column}"`] : [])];
}

function makeCitationRow({ where, place, range }: Citation): string[] {
  return [where, formatPlace(place), range ? `in the range ${range.from} to ${range.to}` : ''];
}

function formatDetails(rows: [name: string, text: string | null][]): string[] {
  return formatRows(
    rows.flatMap(([name, text]) => (text === null ? [] : [[name, text]])),
    1,
  );
}
