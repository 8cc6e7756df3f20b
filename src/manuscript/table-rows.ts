import { didYouMean } from '../model/did-you-mean.js';
import { differsAsPrinted, joinNames, sayMissing, uncapitalise } from '../format.js';
import type { Inline } from '../model/document.js';
import { TO_COME, type Figure } from '../model/figure.js';
import type { Indicator, Indicators, RankedArea, Ranking } from '../model/indicator.js';
import type { Inputs, Markup } from '../model/inputs.js';
import type { AreaColumn, TableContent, TableSpec } from '../model/template.js';
import type { Fragment, ManuscriptTable } from '../model/manuscript.js';
import { fault, type Problem } from '../model/problem.js';
import { shiftQuarter, windowLabel, type Quarter } from '../model/quarter.js';
import { areaCell, figureCell, isNumeric, measureCell, words } from './measure-cells.js';
import { verdictNote } from './verdict-words.js';

/** `generated`: a note that follows from what the rows show. */
type Grid = Pick<ManuscriptTable, 'columns' | 'rows'> & { generated: string | null };
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
      const ids = content.rows.filter((row) => typeof row === 'string');
      const { found, problems } = findMeasures(ids, spec, indicators);
      return { ...trendGrid(content, found, inputs.quarter), problems };
    }
    case 'counts': {
      const { found, problems } = findMeasures(content.measures, spec, indicators);
      return { ...countGrid(content, found), problems };
    }
    case 'ranking':
      return rankingGrid(content, spec, indicators, inputs.organisation.areas);
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

/** One row a measure, and one for each heading; a column for each quarter compared, and those that the template asks for. */
function trendGrid(
  { rows: wanted, heading, periods, columns }: Content<'trend'>,
  measures: Indicator[],
  current: Quarter,
): Grid {
  const quarters = periods ? quartersShown(measures, current) : [];
  const rows = measures.map((measure) => ({
    kind: 'data' as const,
    cells: [
      words(measure.label),
      ...quarters.map((quarter) =>
        figureCell(quarter === current ? measure.value : figureAt(measure, quarter)),
      ),
      ...columns.map(({ show }) => measureCell(show, measure)),
    ],
  }));
  const grouped = wanted.flatMap((row): ManuscriptTable['rows'] => {
    if (typeof row !== 'string') return [{ kind: 'group', cells: [words(row.group)] }];
    const found = rows[measures.findIndex(({ id }) => id === row)];
    return found ? [found] : [];
  });
  const shows = (...kinds: string[]): boolean => columns.some(({ show }) => kinds.includes(show));
  return {
    columns: [
      { heading, align: 'left' },
      ...quarters.map((quarter) => ({ heading: windowLabel(quarter), align: 'decimal' as const })),
      ...columns.map((column) => ({ heading: column.heading, align: alignment(column.show) })),
    ],
    rows: grouped,
    generated: joinNotes([
      shows('verdict') ? verdictNote(measures) : null,
      shows('verdict', 'change') ? directionNote(measures) : null,
      shows('change') && (periods || shows('value', 'earlier')) ? roundingNote(measures) : null,
      gapNote(quarters),
      unavailableNote(measures, rows, columns),
    ]),
  };
}

/** The paper's own quarter, and those on file in which a measure has a figure, from the earliest that is compared. */
function quartersShown(measures: Indicator[], current: Quarter): Quarter[] {
  const compared = measures.flatMap(({ change }) => change?.earlier ?? []).sort();
  const known = measures.flatMap(({ series }) =>
    series.filter(({ figure }) => figure.value !== null).map(({ quarter }) => quarter),
  );
  return [...new Set([...known, current])].filter((quarter) => quarter >= (compared[0] ?? '')).sort();
}

function figureAt({ series }: Indicator, quarter: Quarter): Figure | undefined {
  return series.find((point) => point.quarter === quarter)?.figure;
}

/** Quarters that a reader would look for between two that are shown. */
function gapNote(quarters: Quarter[]): string | null {
  const [first, last] = [quarters[0], quarters.at(-1)];
  if (first === undefined || last === undefined) return null;
  const missing: Quarter[] = [];
  for (let quarter = first; quarter < last; quarter = shiftQuarter(quarter, 1))
    if (!quarters.includes(quarter)) missing.push(quarter);
  return missing.length > 0
    ? `There are no figures for ${joinNames(missing.map((one) => windowLabel(one)))}.`
    : null;
}

/** Where some measures improve by rising and others by falling, which those are. */
function directionNote(measures: Indicator[]): string | null {
  const falling = measures.filter(({ betterWhen }) => betterWhen === 'lower');
  if (falling.length === 0 || !measures.some(({ betterWhen }) => betterWhen === 'higher')) return null;
  const names = falling.map(({ label }) => uncapitalise(label));
  return `Lower is better: ${joinNames(names)}.`;
}

function roundingNote(measures: Indicator[]): string | null {
  return measures.some(({ change }) => change && differsAsPrinted(change.from, change.to, change.figure))
    ? 'Changes are worked out before rounding, so that they may differ from those of the figures shown.'
    : null;
}

/** Why figures are not available, a reason for each measure that has such. A cell that is to come says so itself. */
function unavailableNote(
  measures: Indicator[],
  rows: { cells: Inline[][] }[],
  columns: Content<'trend'>['columns'] = [],
): string | null {
  const showsStatus = columns.some(({ show }) => show === 'status');
  const missing = measures.flatMap(({ label, target }, index) => {
    const reasons = (rows[index]?.cells ?? []).flat().flatMap((inline) => {
      const figure = inline.kind === 'value' ? inline.figure : null;
      return figure?.value === null && figure.reason ? [figure.reason] : [];
    });
    if (showsStatus && target?.status === 'not available' && target.reason) reasons.push(target.reason);
    const lasting = [...new Set(reasons)].filter((reason) => reason !== TO_COME);
    return lasting.length > 0 ? [{ label, reason: lasting.join(' and ') }] : [];
  });
  const [first] = missing;
  if (!first) return null;
  const shared = missing.length === measures.length && missing.every(({ reason }) => reason === first.reason);
  return shared && missing.length > 1
    ? `Not available: ${first.reason}.`
    : `Not available: ${missing.map(({ label, reason }) => `${label}, ${reason}`).join('; ')}.`;
}

function joinNotes(notes: (string | null)[]): string | null {
  return notes.filter((note) => note !== null).join(' ') || null;
}

function alignment(show: Parameters<typeof isNumeric>[0]): 'left' | 'decimal' {
  return isNumeric(show) ? 'decimal' : 'left';
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
      (measure) => (measure ? [words(measure.label), figureCell(measure.value)] : [[], []]),
    ),
  }));
  const values = measures.map(({ value }) => ({ cells: [figureCell(value)] }));
  const generated = joinNotes([assumedNote(measures), unavailableNote(measures, values)]);
  return { columns: pairs, rows, generated };
}

/** What had to be assumed of the figures, each thing once. */
function assumedNote(measures: Indicator[]): string | null {
  return joinNotes([...new Set(measures.map(({ value }) => value.assumed ?? null))]);
}

function rankingGrid(
  content: Content<'ranking'>,
  spec: TableSpec,
  indicators: Indicators,
  areaWords: Inputs['organisation']['areas'],
): Grid & { problems: Problem[] } {
  const ranking = indicators.rankings[content.measure];
  const row = (area: RankedArea) => ({
    kind: 'data' as const,
    cells: content.columns.map(({ show }) => areaCell(show, area)),
  });
  const known = Object.keys(indicators.rankings);
  const place = ranking?.bottom.length === 0 ? 'more' : 'between';
  const gap = { kind: 'group' as const, cells: [words(`${ranking?.between ?? 0} ${place}, not shown`)] };
  if (ranking && ranking.reason !== null)
    return {
      columns: content.columns.map(({ show, heading }) => ({ heading, align: alignment(show) })),
      rows: [{ kind: 'group', cells: [missingCell(ranking)] }],
      generated: null,
      problems: [],
    };
  return {
    columns: content.columns.map(({ show, heading }) => ({ heading, align: alignment(show) })),
    generated: ranking ? rankingNote(content, ranking, areaWords) : null,
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

function missingCell({ gap }: Ranking): Inline[] {
  return [{ kind: 'value', text: sayMissing(gap.reason ?? ''), figure: gap }];
}

/** What the reader must know of the columns that a league table shows. */
function rankingNote(
  { columns }: Content<'ranking'>,
  ranking: Ranking,
  { singular, plural }: Inputs['organisation']['areas'],
): string | null {
  const shows = (show: AreaColumn['show']): boolean => columns.some((column) => column.show === show);
  const missing = ranking.withoutResult.map(({ name, reason }) => `${name} (${reason})`);
  const tied = [...ranking.top, ...ranking.bottom].some((area) => area.tied);
  const { unpublished } = ranking;
  const others =
    unpublished === 0
      ? ''
      : unpublished === 1
        ? `, the ${singular} that is not published included, which may lie above or below any`
        : `, the ${unpublished} ${plural} that are not published included, which may lie above or below any`;
  return joinNotes([
    shows('rank') && tied ? 'An equals sign marks a shared place.' : null,
    shows('interval') && ranking.withIntervals ? 'Intervals are 95% confidence intervals.' : null,
    (shows('interval') || shows('rank-range')) && !ranking.withIntervals
      ? `Intervals are not available: the number of people asked is not published for each ${singular}.`
      : null,
    shows('rank-range') && ranking.withIntervals
      ? `The range of a place holds the places that chance alone allows it, all ${plural} taken together${others}.`
      : null,
    shows('funnel') && ranking.funnelReason !== null
      ? `Comparison with the overall rate is not available: ${ranking.funnelReason}.`
      : null,
    ranking.note,
    missing.length > 0 ? `Without a result: ${missing.join('; ')}.` : null,
  ]);
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
    generated: null,
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
