import { formatColumns } from '../format/columns.js';
import { formatCount } from '../format/words.js';
import { formatPlace } from '../model/problem.js';
import type { ColumnExplanation, DataSetExplanation } from './explanation.js';

/** Renders the explanation of a data set as lines of text. */
export function renderDataSet(explanation: DataSetExplanation): string {
  const { name, title, columns, problems } = explanation;
  return [
    `${name}: ${title}`,
    ...indent(formatColumns(listDetails(explanation))),
    '',
    'columns',
    ...indent(formatColumns([HEADINGS, ...columns.map(makeColumnRow)])),
    '',
    'rows',
    ...indent(formatColumns(explanation.rows.map((row) => [row.name, row.label, formatPlace(row.place)]))),
    ...(problems.length > 0
      ? [
          '',
          'problems',
          ...problems.map(
            ({ place, severity, message }) =>
              `  ${place ? `${formatPlace(place)}: ` : ''}${severity}: ${message}`,
          ),
        ]
      : []),
  ].join('\n');
}

function listDetails(explanation: DataSetExplanation): string[][] {
  const { file, sheet, headerRow, key, rows, groups, totals, toCome } = explanation;
  const details: [string, string | null][] = [
    ['file', [file, ...(sheet ? [`sheet ${sheet}`] : []), ...describeHeader(headerRow)].join(', ')],
    ['columns from', explanation.isDefined ? 'data/datasets.yaml' : 'the headings of the file'],
    ['period', explanation.period],
    ['source', explanation.source || 'to come'],
    ['owner', explanation.owner],
    ['due', explanation.due],
    ['rows', `${formatCount(rows.length, 'row')}, named by the column ${key}`],
    ['groups', groups && `by ${groups.column}: ${joinCounts(groups.sizes)}`],
    ['totals of', totals.length > 0 ? totals.join(', ') : null],
    ['hidden', describeHidden(explanation.hidesCountsBelow)],
    ['to come', toCome.length > 0 ? listFirst(toCome) : 'nothing'],
    ['to review', explanation.unreviewed.length > 0 ? explanation.unreviewed.join(', ') : null],
    ['next period', NEXT_PERIOD[explanation.nextPeriod]],
    ['print it with', `{{table "${explanation.name}"}}`],
  ];
  return details.flatMap(([name, text]) => (text === null || text === '' ? [] : [[name, text]]));
}

function describeHeader(headerRow: number | null): string[] {
  return headerRow === null ? [] : [`headings in row ${headerRow}`];
}

function describeHidden(threshold: number | null): string | null {
  return threshold === null ? null : `counts from 1 to ${threshold - 1}, and what would reveal them`;
}

const NEXT_PERIOD: Record<DataSetExplanation['nextPeriod'], string> = {
  keep: 'keeps every row and cell',
  review: 'keeps the rows, and lists them for review',
  names: 'keeps the names of rows, and empties the other cells',
  empty: 'keeps no row',
};

const HEADINGS = ['name', 'in the file', 'printed heading', 'type', 'type from', 'places', 'filled', 'marks'];

function makeColumnRow(column: ColumnExplanation): string[] {
  const { name, heading, label, typeFrom, places, filled, marks } = column;
  return [
    name,
    heading ?? '',
    label,
    describeType(column),
    typeFrom,
    places === null ? '' : String(places),
    String(filled),
    joinCounts(marks),
  ];
}

function describeType({ type, unit, steps, formula, betterWhen }: ColumnExplanation): string {
  const words = formula === null ? (type ?? '') : formula;
  return [
    words,
    ...(unit !== null && unit !== type ? [`in ${unit}`] : []),
    ...(steps.length > 0 ? [`of ${steps.join(', ')}`] : []),
    ...(betterWhen === null ? [] : [`${betterWhen} is better`]),
  ].join(', ');
}

function joinCounts(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${name || 'no group'} (${count})`)
    .join(', ');
}

const MOST_LISTED = 12;

function listFirst(names: readonly string[]): string {
  const rest = names.length - MOST_LISTED;
  return [...names.slice(0, MOST_LISTED), ...(rest > 0 ? [`and ${rest} more`] : [])].join(', ');
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
