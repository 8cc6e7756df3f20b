import { suggestName } from '../model/suggest-name.js';
import type { Indicator } from '../model/indicator.js';
import type { Indicators } from '../model/indicators.js';
import type { Inputs } from '../model/inputs.js';
import type { Markup } from '../model/markup.js';
import type { Fragment } from '../model/fragment.js';
import { makeError, type Problem } from '../model/problem.js';
import type { TableSpec } from '../model/template.js';
import { absentFile } from './absent-file.js';
import type { Content, Grid } from './grid.js';
import { figureCell, words } from './measure-cells.js';
import { rankingGrid } from './tables/ranking-grid.js';
import { joinNotes, unavailableNote } from './table-notes.js';
import { trendGrid } from './tables/trend-grid.js';

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
      return { ...trendGrid(content, measuresNamed(ids, indicators), inputs.quarter), problems: [] };
    }
    case 'counts':
      return { ...countGrid(content, measuresNamed(content.measures, indicators)), problems: [] };
    case 'ranking': {
      const ranking = indicators.rankings[content.measure];
      return { ...rankingGrid(content, ranking, inputs.organisation.areas), problems: [] };
    }
    case 'list':
      return listGrid(content, spec, inputs, render);
  }
}

/** That each is a measure was seen to when the template was read. */
function measuresNamed(ids: string[], { measures }: Indicators): Indicator[] {
  return ids.flatMap((id) => measures[id] ?? []);
}

/** Measures and their counts, in so many pairs of columns side by side. */
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

/** A row for each item of a list. Which lists there are is known only from the quarter's data. */
function listGrid(
  content: Content<'list'>,
  spec: TableSpec,
  inputs: Inputs,
  render: (markup: Markup, self?: object) => Fragment,
): Grid & { problems: Problem[] } {
  const lists = inputs.history.at(-1)?.lists ?? {};
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
          absentFile(inputs, 'lists', content.list, spec.place) ??
            makeError('list-exists', spec.place, `no list is called "${content.list}" this quarter`, {
              expected: `one of ${Object.keys(lists).join(', ')}`,
              hint: suggestName(content.list, Object.keys(lists)),
            }),
        ],
  };
}
