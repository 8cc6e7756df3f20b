import { formatLimit, formatP, formatSigned, formatSignedPoints } from '../../format/numbers.js';
import { formatValue } from '../../format/figures.js';
import { formatSignedValue } from '../../format/signed-value.js';
import { parseUnit } from '../../model/unit.js';
import { capitalise } from '../../format/words.js';
import { isToCome, TO_COME, type Figure } from '../../model/figure.js';
import type { Change } from '../../model/change.js';
import type { Control } from '../../model/control.js';
import type { Indicator, Target } from '../../model/indicator.js';
import type { Inline } from '../../model/inline.js';
import { FIRST_NOTE_LINK } from '../../model/manuscript.js';
import type { MeasureColumnName } from '../../model/template.js';
import {
  makeBaseCell,
  makeDashCell,
  makeFigureCell,
  makeIntervalCell,
  makeMissingCell,
  makeTextCell,
  makeValueCell,
} from '../figure-cells.js';
import { findSignal, formatVerdict } from '../verdict-words.js';
import type { TableColumn } from './table-column.js';

/** The columns of a table of measures, by the name that a template gives in `show:`. */
export const MEASURE_COLUMNS = {
  value: {
    prints: 'the latest figure',
    align: 'decimal',
    makeCell: ({ value }) => makeFigureCell(value),
  },
  interval: {
    prints: 'the confidence interval of the latest figure',
    align: 'decimal',
    makeCell: ({ value }) => makeIntervalCell(value),
  },
  base: {
    prints: 'the number of people or cases behind the latest figure',
    align: 'decimal',
    makeCell: ({ value }) => makeBaseCell(value),
  },
  earlier: {
    prints: 'the figure of the earlier period',
    align: 'decimal',
    makeCell: forChange(({ from }) => makeFigureCell(from)),
  },
  change: {
    prints: 'the change since the earlier period, with its sign',
    align: 'decimal',
    makeCell: forChange(({ figure }) =>
      figure.value === null ? makeMissingCell(figure) : makeValueCell(formatChange(figure), figure),
    ),
  },
  'change-interval': {
    prints: 'the confidence interval of the change',
    align: 'decimal',
    makeCell: forChange(({ figure }) => makeIntervalCell(figure)),
  },
  'percent-change': {
    prints: 'the change in per cent of the earlier figure',
    align: 'decimal',
    makeCell: forChange(({ relative }) =>
      relative.value === null
        ? makeMissingCell(relative)
        : makeValueCell(`${formatSigned(relative.value * 100, 1)}%`, relative),
    ),
  },
  'p-value': {
    prints: 'the p-value of the change as published, adjusted for the changes tested with it',
    align: 'decimal',
    makeCell: forChange(({ figure, test }) =>
      isToCome(figure) ? makeMissingCell(figure) : makeTextCell(formatP(test.adjusted)),
    ),
  },
  'largest-design-effect': {
    prints: 'the largest design effect at which the change is still significant',
    align: 'decimal',
    makeCell: forChange(({ test }) =>
      test.largestDesignEffect === null
        ? makeDashCell()
        : makeTextCell(formatLimit(test.largestDesignEffect)),
    ),
  },
  verdict: {
    prints: 'the result of the test: a mark and a word, explained in a note',
    align: 'left',
    makeCell: forChange(makeVerdictCell),
  },
  projection: {
    prints: 'the count expected for the whole year',
    align: 'decimal',
    makeCell: ({ projection }) => (projection === null ? makeDashCell() : makeFigureCell(projection)),
  },
  target: {
    prints: 'the target: of the year, of each month for a control chart, or else of the change',
    align: 'decimal',
    makeCell: ({ target, control, change }) => {
      const figure = target?.figure ?? control?.target;
      return figure ? makeFigureCell(figure) : makeChangeTargetCell(change);
    },
  },
  status: {
    prints: 'the position against the target, such as "On course"',
    align: 'left',
    makeCell: ({ target, change }) => {
      const aim = target ?? change?.target;
      return aim ? makeTextCell(formatStatus(aim)) : makeDashCell();
    },
  },
  'change-target': {
    prints: 'the target for the change, with its sign',
    align: 'decimal',
    makeCell: ({ change }) => makeChangeTargetCell(change),
  },
  'change-status': {
    prints: 'the change against its target: "Met" or "Not met"',
    align: 'left',
    makeCell: ({ change }) => (change?.target ? makeTextCell(formatStatus(change.target)) : makeDashCell()),
  },
  'from-target': {
    prints:
      'the figure less its target, with its sign: of a control chart, that of the latest month; without a target for it, the change less its target',
    align: 'decimal',
    makeCell: ({ target, control, change }) => {
      const distance = target?.distance ?? control?.distance ?? change?.target?.distance;
      return distance ? makeSignedCell(distance) : makeDashCell();
    },
  },
  variation: {
    prints: 'the variation of a control chart in its latest month, such as "Common cause"',
    align: 'left',
    makeCell: forControl(({ variation: { words, side } }) =>
      makeTextCell(capitalise(side === null ? words : `${words} (${side})`)),
    ),
  },
  assurance: {
    prints: 'the monthly target against the limits of a control chart, such as "Hit and miss"',
    align: 'left',
    makeCell: forControl(({ assurance }) =>
      assurance ? makeTextCell(capitalise(assurance.status)) : makeDashCell(),
    ),
  },
} satisfies Record<MeasureColumnName, TableColumn<Indicator>>;

/** Makes the cell of a column on the change, which a measure without a comparison does not have. */
function forChange(makeCell: (change: Change) => Inline[]): TableColumn<Indicator>['makeCell'] {
  return ({ change }) => (change ? makeCell(change) : makeDashCell());
}

/** Makes the cell of a column that only control charts have. */
function forControl(makeCell: (control: Control) => Inline[]): TableColumn<Indicator>['makeCell'] {
  return ({ control, value }) => {
    if (!control) return makeDashCell();
    return isToCome(value) ? makeMissingCell(value) : makeCell(control);
  };
}

function makeChangeTargetCell(change: Change | null): Inline[] {
  return change?.target ? makeSignedCell(change.target.figure) : makeDashCell();
}

function makeSignedCell(figure: Figure): Inline[] {
  return figure.value === null
    ? makeMissingCell(figure)
    : makeValueCell(formatSignedValue({ ...figure, isSigned: false }), figure);
}

function makeVerdictCell(change: Change): Inline[] {
  if (isToCome(change.figure)) return makeMissingCell(change.figure);
  return [
    { kind: 'reference', target: FIRST_NOTE_LINK, text: formatVerdict(change), signal: findSignal(change) },
  ];
}

function formatChange(figure: Figure): string {
  const { unit, value, places } = figure;
  if (unit === 'points') return formatSignedPoints(value ?? 0, places);
  const parts = parseUnit(unit);
  if (parts.kind === 'noun' || parts.kind === 'pounds') return formatValue({ ...figure, isSigned: true });
  return formatSigned(value ?? 0, places ?? (parts.kind === 'ratio' || parts.kind === 'rate' ? 2 : 0));
}

function formatStatus({ status, reason }: Pick<Target, 'status' | 'reason'>): string {
  return status === 'not available' && reason === TO_COME ? TO_COME : capitalise(status);
}
