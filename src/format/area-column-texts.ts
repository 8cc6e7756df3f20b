import { formatSignedValue } from './signed-value.js';
import { capitalise } from './words.js';
import type { Figure } from '../model/figure.js';
import type { AreaChange, OverallComparison, RankedArea } from '../model/ranking.js';
import type { AreaColumnName } from '../model/template.js';
import {
  DASH,
  writeBaseCell,
  writeFigureCell,
  writeIntervalCell,
  writeMissingCell,
  type CellText,
} from './cell-texts.js';

/** A column of a league table: what it prints, and its text for an area. */
interface AreaColumnText {
  /** The contents of the column, as an editor explains them to the author of a template. */
  prints: string;
  /** The heading, where the template gives none. */
  heading: string;
  /** Figures line up on their last digit, words on the left. */
  align: 'left' | 'decimal';
  write: (area: RankedArea) => CellText;
}

/** The columns of a league table, by the name that a template gives in `show:` or `beside:`. */
export const AREA_COLUMN_TEXTS = {
  rank: {
    prints: 'the position, with an equals sign where it is shared',
    heading: 'Rank',
    align: 'left',
    write: ({ rankText }) => ({ text: rankText }),
  },
  area: {
    prints: 'the name of the area',
    heading: 'Area',
    align: 'left',
    write: ({ name }) => ({ text: name }),
  },
  value: {
    prints: 'the result',
    heading: 'Result',
    align: 'decimal',
    write: ({ figure }) => writeFigureCell(figure),
  },
  interval: {
    prints: 'the confidence interval of the result',
    heading: '95% interval',
    align: 'decimal',
    write: ({ figure }) => writeIntervalCell(figure),
  },
  base: {
    prints: 'the number of people asked or, of a rate, the population',
    heading: 'Base',
    align: 'decimal',
    write: ({ figure }) => writeBaseCell(figure),
  },
  count: {
    prints: 'the number of events behind a rate',
    heading: 'Number',
    align: 'decimal',
    write: ({ figure }) => {
      const [events, population] = figure.inputs ?? [];
      return events && population ? writeFigureCell(events) : { text: 'not published' };
    },
  },
  earlier: {
    prints: 'the result of the earlier period',
    heading: 'Earlier',
    align: 'decimal',
    write: forChange(({ from }) => writeFigureCell(from)),
  },
  change: {
    prints: 'the change since the earlier period, with its sign',
    heading: 'Change',
    align: 'decimal',
    write: forChange(({ figure }) => writeSignedCell(figure)),
  },
  'change-interval': {
    prints: 'the confidence interval of the change',
    heading: 'Interval of the change',
    align: 'decimal',
    write: forChange(({ figure }) => writeIntervalCell(figure)),
  },
  verdict: {
    prints: 'whether the result rose or fell by more than chance alone would explain',
    heading: 'Result of the test',
    align: 'left',
    write: forChange((change) =>
      change.direction === 'unknown'
        ? writeMissingCell(change.figure)
        : { text: formatOutcome(change), figure: change.figure },
    ),
  },
  'rank-range': {
    prints: 'the positions that the area could hold, allowing for chance',
    heading: 'Rank range',
    align: 'left',
    write: ({ range }) => ({ text: range ? formatRange(range) : 'not available' }),
  },
  overall: {
    prints: 'whether the area is above or below all areas together',
    heading: 'Against all',
    align: 'left',
    write: ({ comparison }) => ({ text: comparison ? formatComparison(comparison) : 'Cannot be said' }),
  },
  'compared-area': {
    prints: 'whether the area is above or below the one that compare-with-area: names',
    heading: 'Comparison',
    align: 'left',
    write: ({ againstArea }) =>
      againstArea ? { text: formatComparison(againstArea), figure: againstArea.figure } : DASH,
  },
  'family-average': {
    prints: 'the average of the areas that are most similar',
    heading: 'Average of similar areas',
    align: 'decimal',
    write: ({ againstFamily }) =>
      againstFamily ? writeFigureCell(againstFamily.with) : { text: 'not available' },
  },
  family: {
    prints: 'whether the area is above or below the average of the areas that are most similar',
    heading: 'Against similar areas',
    align: 'left',
    write: ({ againstFamily }) =>
      againstFamily
        ? { text: formatComparison(againstFamily), figure: againstFamily.figure }
        : { text: 'Cannot be said' },
  },
  funnel: {
    prints: 'the difference from the overall rate, as a funnel plot classes it',
    heading: 'Funnel plot',
    align: 'left',
    write: ({ funnel }) => ({ text: funnel ? formatFunnel(funnel) : 'not available' }),
  },
} satisfies Record<AreaColumnName, AreaColumnText>;

/** Makes the cell of a column on the change, which a ranking without `compare-with:` does not have. */
function forChange(write: (change: AreaChange) => CellText): AreaColumnText['write'] {
  return ({ change }) => (change ? write(change) : DASH);
}

function writeSignedCell(figure: Figure): CellText {
  return figure.value === null ? writeMissingCell(figure) : { text: formatSignedValue(figure), figure };
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

/** Returns true if a league table has a column of a name. */
export function isAreaColumn(name: string): name is AreaColumnName {
  return Object.hasOwn(AREA_COLUMN_TEXTS, name);
}
