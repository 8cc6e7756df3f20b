import { formatSignedPoints, formatNumber, formatValue } from '../format.js';
import { didYouMean } from '../model/did-you-mean.js';
import type { Inline } from '../model/document.js';
import type { Figure } from '../model/figure.js';
import type { Indicator, Indicators, RankedArea } from '../model/indicator.js';
import type { Inputs, Markup, TableContent, TableSpec } from '../model/inputs.js';
import type { Fragment, ManuscriptTable } from '../model/manuscript.js';
import { fault, type Problem } from '../model/problem.js';
import { windowLabel } from '../model/quarter.js';

type Grid = Pick<ManuscriptTable, 'columns' | 'rows'>;
type Content<K extends TableContent['kind']> = Extract<TableContent, { kind: K }>;

/** Rows and columns of one table from what its specification names. */
export function tableRows(
  spec: TableSpec,
  inputs: Inputs,
  indicators: Indicators,
  render: (markup: Markup, self?: object) => Fragment,
): Grid & { problems: Problem[] } {
  const { content } = spec;
  switch (content.kind) {
    case 'trend': {
      const { found, problems } = findMeasures(content.measures, spec, indicators);
      return { ...trendGrid(content, found), problems };
    }
    case 'counts': {
      const { found, problems } = findMeasures(content.measures, spec, indicators);
      return { ...countGrid(content, found), problems };
    }
    case 'ranking':
      return rankingGrid(content, spec, indicators);
    case 'list':
      return listGrid(content, spec, inputs, render);
  }
}

function findMeasures(
  ids: string[],
  spec: TableSpec,
  indicators: Indicators,
): { found: Indicator[]; problems: Problem[] } {
  const known = Object.keys(indicators.measures);
  const found = ids.flatMap((id) => indicators.measures[id] ?? []);
  const problems = ids
    .filter((id) => !known.includes(id))
    .map((id) =>
      fault('measure-exists', spec.place, `no measure is called "${id}"`, {
        expected: `one of ${known.join(', ')}`,
        hint: didYouMean(id, known),
      }),
    );
  return { found, problems };
}

/** One row a measure, one column a quarter on file, and the change. */
function trendGrid({ heading, changeHeading }: Content<'trend'>, measures: Indicator[]): Grid {
  const quarters = [...new Set(measures.flatMap((one) => one.series.map((point) => point.quarter)))].sort();
  const withChange = changeHeading !== undefined;
  return {
    columns: [
      { heading, align: 'left' },
      ...quarters.map((quarter) => ({ heading: windowLabel(quarter), align: 'decimal' as const })),
      ...(withChange ? [{ heading: changeHeading, align: 'decimal' as const }] : []),
    ],
    rows: measures.map((measure) => ({
      kind: 'data',
      cells: [
        words(measure.label),
        ...quarters.map((quarter) => cell(measure.series.find((point) => point.quarter === quarter)?.figure)),
        ...(withChange ? [changeCell(measure)] : []),
      ],
    })),
  };
}

function changeCell({ change }: Indicator): Inline[] {
  if (!change) return words('–');
  const { figure } = change;
  if (figure.value === null) return cell(figure);
  const text = figure.unit === 'points' ? formatSignedPoints(figure.value) : formatNumber(figure.value);
  return [{ kind: 'value', text, figure }];
}

function countGrid({ heading, valueHeading, columns }: Content<'counts'>, measures: Indicator[]): Grid {
  const height = Math.ceil(measures.length / columns);
  const pairs = Array.from({ length: columns }, () => [
    { heading, align: 'left' as const },
    { heading: valueHeading, align: 'decimal' as const },
  ]).flat();
  const rows = Array.from({ length: height }, (_, row) => ({
    kind: 'data' as const,
    cells: Array.from({ length: columns }, (_one, column) => measures[column * height + row]).flatMap(
      (measure) => (measure ? [words(measure.label), cell(measure.value)] : [[], []]),
    ),
  }));
  return { columns: pairs, rows };
}

function rankingGrid(
  content: Content<'ranking'>,
  spec: TableSpec,
  indicators: Indicators,
): Grid & { problems: Problem[] } {
  const ranking = indicators.rankings[content.measure];
  const row = (area: RankedArea) => ({
    kind: 'data' as const,
    cells: [words(area.rankText), words(area.name), cell(area.figure)],
  });
  const known = Object.keys(indicators.rankings);
  const gap = { kind: 'group' as const, cells: [words(`${ranking?.between ?? 0} between, not shown`)] };
  return {
    columns: [
      { heading: content.rankHeading, align: 'left' },
      { heading: content.areaHeading, align: 'left' },
      { heading: content.valueHeading, align: 'decimal' },
    ],
    rows: ranking
      ? [...ranking.top.map(row), ...(ranking.between > 0 ? [gap] : []), ...ranking.bottom.map(row)]
      : [],
    problems: ranking
      ? []
      : [
          fault('measure-exists', spec.place, `no ranking is called "${content.measure}" this quarter`, {
            expected: known.length > 0 ? `one of ${known.join(', ')}` : 'results by area in areas.yaml',
            hint: didYouMean(content.measure, known),
          }),
        ],
  };
}

function listGrid(
  content: Content<'list'>,
  spec: TableSpec,
  { history }: Inputs,
  render: (markup: Markup, self?: object) => Fragment,
): Grid & { problems: Problem[] } {
  const lists = history.at(-1)?.lists ?? {};
  const list = Object.hasOwn(lists, content.list) ? lists[content.list] : undefined;
  return {
    columns: content.columns.map(({ heading, align }) => ({ heading, align })),
    rows: (list?.items ?? []).map((item) => ({
      kind: 'data' as const,
      cells: content.columns.map((column) => render(column.cell, { item })),
    })),
    problems: list
      ? []
      : [
          fault('list-exists', spec.place, `no list is called "${content.list}" this quarter`, {
            expected: `one of ${Object.keys(lists).join(', ')}`,
            hint: didYouMean(content.list, Object.keys(lists)),
          }),
        ],
  };
}

function words(text: string): Inline[] {
  return [{ kind: 'text', text }];
}

function cell(figure: Figure | undefined): Inline[] {
  return figure ? [{ kind: 'value', text: formatValue(figure), figure }] : words('not available');
}
