import * as z from 'zod';
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
    return {
      kind: 'ranking',
      unit: table.top[0]?.figure.unit === 'percent' ? 'percent' : 'count',
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
      columns: [table?.label ?? ''],
      rows: areas.map(({ name, figure }) => ({ label: name, cells: [figure] })),
    };
  },
  listTemplateValues: () => ({}), // templates reach the areas of a ranking through `rankings`
};

function plotAreas({ top, bottom }: Ranking): RankingRow[] {
  return [...top, ...bottom].map(({ name, figure, end }) => ({ label: name, point: toPoint(figure), end }));
}

function describeGap({ between, bottom }: Ranking, areas: Organisation['areas']): string | null {
  if (between <= 0) return null;
  const noun = between === 1 ? areas.singular : areas.plural;
  return `${between} ${noun} ${bottom.length > 0 ? 'between these ' : ''}not shown`;
}
