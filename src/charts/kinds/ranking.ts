import * as z from 'zod';
import { formatSignedValue } from '../../format/signed-value.js';
import type { RankingRow } from '../../model/drawing.js';
import type { Ranking } from '../../model/ranking.js';
import type { Organisation } from '../../model/organisation.js';
import { describeMeasureName, notes } from '../../schema/insert-fields.js';
import { describeMissing } from '../missing-chart.js';
import { toPoint } from '../to-point.js';
import type { ChartKind } from './chart-kind.js';
import { chartTexts } from './chart-texts.js';

const schema = z.strictObject({
  kind: z.literal('ranking').describe('bars for the ends of a league table'),
  ...chartTexts,
  measure: describeMeasureName('measures of the kind area-ranking'),
  notes,
});

export const ranking: ChartKind<'ranking', typeof schema> = {
  schema,
  shows: { result: 'ranking', canNameSurvey: false },
  drawsIntervals: true,
  readContent: ({ measure }) => ({ kind: 'ranking', measure }),
  computeData: ({ measure }, { rankings }, areas) => {
    const table = rankings[measure];
    if (!table) return null;
    if (table.reason !== null) return describeMissing([table.gap]);
    const { unit } = table.top[0]?.ranked ?? table;
    return {
      kind: 'ranking',
      unit: unit === 'percent' || unit === 'points' ? unit : 'count',
      isShare: table.rankedBy === 'value' && unit === 'percent',
      rows: plotAreas(table),
      gapNote: describeGap(table, areas),
    };
  },
  writeNote: () => null,
  extendAlternative: () => null,
  tabulate: ({ measure }, { rankings }) => {
    const table = rankings[measure];
    const areas = [...(table?.top ?? []), ...(table?.bottom ?? [])];
    return {
      columns: [table ? nameColumn(table) : ''],
      rows: areas.map(({ name, ranked }) => ({ label: name, cells: [ranked] })),
    };
  },
  listTemplateValues: () => ({}), // templates reach the areas of a ranking through `rankings`
};

function nameColumn({ label, changes, rankedBy }: Ranking): string {
  return rankedBy === 'change' && changes ? `${label}: change since ${changes.since}` : label;
}

/** Plots the figure that ranks each area. Changes have their sign. */
function plotAreas({ top, bottom, rankedBy }: Ranking): RankingRow[] {
  return [...top, ...bottom].map(({ name, ranked, end }) => {
    const point = toPoint(ranked);
    const text = rankedBy === 'change' ? formatSignedValue(ranked) : point.text;
    return { label: name, point: { ...point, text }, end };
  });
}

function describeGap({ between, bottom }: Ranking, areas: Organisation['areas']): string | null {
  if (between <= 0) return null;
  const noun = between === 1 ? areas.singular : areas.plural;
  return `${between} ${noun} ${bottom.length > 0 ? 'between these ' : ''}not shown`;
}
