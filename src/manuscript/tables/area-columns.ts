import { capitalise } from '../../format/words.js';
import type { OverallComparison, RankedArea } from '../../model/ranking.js';
import type { AreaColumnName } from '../../model/template.js';
import { makeBaseCell, makeFigureCell, makeIntervalCell, makeTextCell } from '../figure-cells.js';
import type { TableColumn } from './table-column.js';

/** The columns of a league table, by the name that a template gives in `show:`. */
export const AREA_COLUMNS = {
  rank: {
    prints: 'the position, with an equals sign where it is shared',
    align: 'left',
    makeCell: ({ rankText }) => makeTextCell(rankText),
  },
  area: {
    prints: 'the name of the area',
    align: 'left',
    makeCell: ({ name }) => makeTextCell(name),
  },
  value: {
    prints: 'the result',
    align: 'decimal',
    makeCell: ({ figure }) => makeFigureCell(figure),
  },
  interval: {
    prints: 'the confidence interval of the result',
    align: 'decimal',
    makeCell: ({ figure }) => makeIntervalCell(figure),
  },
  base: {
    prints: 'the number of people asked',
    align: 'decimal',
    makeCell: ({ figure }) => makeBaseCell(figure),
  },
  'rank-range': {
    prints: 'the positions that the area could hold, allowing for sampling error',
    align: 'left',
    makeCell: ({ range }) => makeTextCell(range ? formatRange(range) : 'not available'),
  },
  overall: {
    prints: 'whether the area is above or below all areas together',
    align: 'left',
    makeCell: ({ comparison }) => makeTextCell(comparison ? formatComparison(comparison) : 'Cannot be said'),
  },
  funnel: {
    prints: 'the difference from the overall rate, as a funnel plot classes it',
    align: 'left',
    makeCell: ({ funnel }) => makeTextCell(funnel ? formatFunnel(funnel) : 'not available'),
  },
} satisfies Record<AreaColumnName, TableColumn<RankedArea>>;

function formatRange({ best, worst }: NonNullable<RankedArea['range']>): string {
  return best === worst ? String(best) : `${best} to ${worst}`;
}

const OUTCOMES: Record<OverallComparison['outcome'], string> = {
  above: 'above',
  below: 'below',
  'no-clear-difference': 'no clear difference',
  'too-close-to-call': 'too close to call',
};

function formatComparison({ outcome, isProbable }: OverallComparison): string {
  return capitalise(`${isProbable ? 'probably ' : ''}${OUTCOMES[outcome]}`);
}

function formatFunnel({ band, side }: NonNullable<RankedArea['funnel']>): string {
  return `${capitalise(band)}${side ? `, ${side}` : ''}`;
}
