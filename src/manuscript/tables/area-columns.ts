import { formatSignedValue } from '../../format/signed-value.js';
import { capitalise } from '../../format/words.js';
import type { Figure } from '../../model/figure.js';
import type { Inline } from '../../model/inline.js';
import type { AreaChange, OverallComparison, RankedArea } from '../../model/ranking.js';
import type { AreaColumnName } from '../../model/template.js';
import {
  makeBaseCell,
  makeDashCell,
  makeFigureCell,
  makeIntervalCell,
  makeMissingCell,
  makeTextCell,
  makeValueCell,
} from '../figure-cells.js';
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
    prints: 'the number of people asked or, of a rate, the population',
    align: 'decimal',
    makeCell: ({ figure }) => makeBaseCell(figure),
  },
  count: {
    prints: 'the number of events behind a rate',
    align: 'decimal',
    makeCell: ({ figure }) => {
      const [events, population] = figure.inputs ?? [];
      return events && population ? makeFigureCell(events) : makeTextCell('not published');
    },
  },
  earlier: {
    prints: 'the result of the earlier period',
    align: 'decimal',
    makeCell: forChange(({ from }) => makeFigureCell(from)),
  },
  change: {
    prints: 'the change since the earlier period, with its sign',
    align: 'decimal',
    makeCell: forChange(({ figure }) => makeSignedCell(figure)),
  },
  'change-interval': {
    prints: 'the confidence interval of the change',
    align: 'decimal',
    makeCell: forChange(({ figure }) => makeIntervalCell(figure)),
  },
  verdict: {
    prints: 'whether the result rose or fell by more than chance alone would explain',
    align: 'left',
    makeCell: forChange((change) =>
      change.direction === 'unknown'
        ? makeMissingCell(change.figure)
        : makeValueCell(formatOutcome(change), change.figure),
    ),
  },
  'rank-range': {
    prints: 'the positions that the area could hold, allowing for chance',
    align: 'left',
    makeCell: ({ range }) => makeTextCell(range ? formatRange(range) : 'not available'),
  },
  overall: {
    prints: 'whether the area is above or below all areas together',
    align: 'left',
    makeCell: ({ comparison }) => makeTextCell(comparison ? formatComparison(comparison) : 'Cannot be said'),
  },
  'compared-area': {
    prints: 'whether the area is above or below the one that compare-with-area: names',
    align: 'left',
    makeCell: ({ againstArea }) =>
      againstArea ? makeValueCell(formatComparison(againstArea), againstArea.figure) : makeDashCell(),
  },
  'family-average': {
    prints: 'the average of the areas that are most similar',
    align: 'decimal',
    makeCell: ({ againstFamily }) =>
      againstFamily ? makeFigureCell(againstFamily.with) : makeTextCell('not available'),
  },
  family: {
    prints: 'whether the area is above or below the average of the areas that are most similar',
    align: 'left',
    makeCell: ({ againstFamily }) =>
      againstFamily
        ? makeValueCell(formatComparison(againstFamily), againstFamily.figure)
        : makeTextCell('Cannot be said'),
  },
  funnel: {
    prints: 'the difference from the overall rate, as a funnel plot classes it',
    align: 'left',
    makeCell: ({ funnel }) => makeTextCell(funnel ? formatFunnel(funnel) : 'not available'),
  },
} satisfies Record<AreaColumnName, TableColumn<RankedArea>>;

/** Makes the cell of a column on the change, which a ranking without `compare-with:` does not have. */
function forChange(makeCell: (change: AreaChange) => Inline[]): TableColumn<RankedArea>['makeCell'] {
  return ({ change }) => (change ? makeCell(change) : makeDashCell());
}

function makeSignedCell(figure: Figure): Inline[] {
  return figure.value === null ? makeMissingCell(figure) : makeValueCell(formatSignedValue(figure), figure);
}

function formatRange({ best, worst }: NonNullable<RankedArea['range']>): string {
  return best === worst ? String(best) : `${best} to ${worst}`;
}

const OUTCOMES: Record<Exclude<OverallComparison['outcome'], 'not-tested'>, string> = {
  above: 'above',
  below: 'below',
  'no-clear-difference': 'no clear difference',
  'too-close-to-call': 'too close to call',
};

const DIRECTIONS: Record<OverallComparison['direction'], string> = {
  above: 'Higher',
  below: 'Lower',
  level: 'The same',
};

/** Formats the result of a comparison: "Probably above"; without a test "Higher (not tested)". */
function formatComparison({ outcome, direction, isProbable }: OverallComparison): string {
  if (outcome === 'not-tested') return `${DIRECTIONS[direction]} (not tested)`;
  return capitalise(`${isProbable ? 'probably ' : ''}${OUTCOMES[outcome]}`);
}

/** Formats the result of the test of a change: "Probably fell, better"; without a test "Rose (not tested)". */
function formatOutcome({ outcome, direction, better, isProbable }: AreaChange): string {
  switch (outcome) {
    case 'rose':
    case 'fell': {
      const verdict = better === null ? '' : better ? ', better' : ', worse';
      return capitalise(`${isProbable ? 'probably ' : ''}${outcome}${verdict}`);
    }
    case 'no-clear-change':
      return 'No clear change';
    case 'too-close-to-call':
      return 'Too close to call';
    case 'not-tested':
      return `${capitalise(direction)} (not tested)`;
    default:
      return outcome satisfies never;
  }
}

function formatFunnel({ band, side }: NonNullable<RankedArea['funnel']>): string {
  return `${capitalise(band)}${side ? `, ${side}` : ''}`;
}
