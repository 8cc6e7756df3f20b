import { formatExactValue, formatInterval, formatNumber } from '../format.js';
import type { Figure } from '../model/figure.js';
import type { PrintedFigure } from '../model/list-printed-figures.js';
import { formatPlace } from '../model/problem.js';
import type { Citation, Explanation, FigureExplanation, LabelExplanation } from './explanation.js';

/** An explanation for people, in lines. */
export function renderExplanation(explanation: Explanation): string {
  return explanation.kind === 'figure' ? figureText(explanation) : labelText(explanation);
}

function figureText({ figure, printed }: FigureExplanation): string {
  const texts = [...new Set(printed.map(({ text }) => text))];
  return [
    `${figure.id}: ${figure.label}`,
    ...facts([
      ['value', formatExactValue(figure)],
      ['printed as', texts.join('; ') || 'not printed in this paper'],
      ['interval', intervalText(figure)],
      ['base', figure.base === undefined ? null : formatNumber(figure.base)],
      [
        'design effect',
        figure.designEffect === undefined ? null : String(Number(figure.designEffect.toPrecision(6))),
      ],
      ['period', figure.period ?? null],
      ['formula', figure.formula ?? null],
      ['source', figure.source || 'to come'],
      ['assumed', figure.assumed ?? null],
      ['file', formatPlace(figure.place)],
    ]),
    ...(figure.inputs ? ['', 'worked out from', ...inputLines(figure.inputs, 1)] : []),
    ...(printed.length > 0 ? ['', 'printed in', ...columns(printed.map(printedRow), 1)] : []),
  ].join('\n');
}

function labelText(explanation: LabelExplanation): string {
  const { name, what, number, title, section, place, citedBy, printed } = explanation;
  return [
    `${name}: ${[number ?? what, title].filter((part) => part !== '').join(': ')}`,
    ...facts([
      ['stands in', what === 'section' || what === 'appendix' ? null : section],
      ['file', formatPlace(place)],
    ]),
    '',
    ...(citedBy.length > 0 ? ['cited by', ...columns(citedBy.map(citationRow), 1)] : ['cited by nothing']),
    ...(printed.length > 0
      ? ['', 'figures printed in it', ...columns(printed.map(figureRow), 1)]
      : ['', 'no figures are printed in it']),
  ].join('\n');
}

function intervalText(figure: Figure): string | null {
  const text = formatInterval(figure);
  return text && `${text} (${formatNumber((figure.interval?.confidence ?? 0) * 100)}%)`;
}

/** What each input is worth and where it stands, and below it what it is worked out from itself. */
function inputLines(inputs: readonly Figure[], depth: number): string[] {
  const rows = inputs.map((one) => [
    `${one.id}${one.period === undefined ? '' : ` (${one.period})`}`,
    formatExactValue(one),
    formatPlace(one.place),
  ]);
  const lines = columns(rows, depth);
  return inputs.flatMap((one, index) => [lines[index] ?? '', ...inputLines(one.inputs ?? [], depth + 1)]);
}

function printedRow({ section, location, row, column, text }: PrintedFigure): string[] {
  return [
    text,
    [location, row && `row "${row}"`, column && `column "${column}"`].filter(Boolean).join(', '),
    section,
  ];
}

function figureRow({ text, row, column, figure }: PrintedFigure): string[] {
  return [
    text,
    figure.id,
    [row && `row "${row}"`, column && `column "${column}"`].filter(Boolean).join(', '),
    formatPlace(figure.place),
  ];
}

function citationRow({ where, place, range }: Citation): string[] {
  return [where, formatPlace(place), range ? `in the range ${range.from} to ${range.to}` : ''];
}

function facts(rows: [string, string | null][]): string[] {
  return columns(
    rows.flatMap(([name, text]) => (text === null ? [] : [[name, text]])),
    1,
  );
}

/** Rows of words under one another, indented. */
function columns(rows: string[][], depth: number): string[] {
  const widths = (rows[0] ?? []).map((_cell, index) =>
    Math.max(...rows.map((row) => row[index]?.length ?? 0)),
  );
  return rows.map((row) =>
    `${'  '.repeat(depth)}${row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('  ')}`.trimEnd(),
  );
}
