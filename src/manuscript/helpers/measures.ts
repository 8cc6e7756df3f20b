import type { Change } from '../../model/change.js';
import { formatValue } from '../../format/figures.js';
import type { Figure } from '../../model/figure.js';
import { findFigure } from '../../model/find-figure.js';
import { compareGaps } from '../../model/compare-gaps.js';
import type { Indicator } from '../../model/indicator.js';
import { shiftPeriod } from '../../model/period.js';
import { findReportedRecent } from './describe-recent-change.js';
import { isIndicator } from './figure-values.js';
import {
  defineHelper,
  HelperCallError,
  makeUnknownNameError,
  type Helper,
  type HelperDefinition,
} from './helper.js';

/** Tests whether a measure changed in the way that a name asks for. */
type ChangeFilter = (change: Change | null, measure: Indicator) => boolean;

/**
 * `better` and `worse` go by the direction alone, `significantly-…` by the test, `notably-…` by the test, the size and the last
 * period. `recent…` goes by the change since the last period, as far as the text mentions it.
 */
const FILTERS = new Map<unknown, ChangeFilter>([
  ['any', () => true],
  ['better', (change) => change?.better === true],
  ['worse', (change) => change?.better === false],
  ['same', (change) => change?.direction === 'unchanged'],
  ['significantly-better', (change) => change?.verdict.outcome === 'better'],
  ['significantly-worse', (change) => change?.verdict.outcome === 'worse'],
  ['notable', (change, measure) => isNotable(measure) && change?.better !== null],
  ['notably-better', (change, measure) => isNotable(measure) && change?.better === true],
  ['notably-worse', (change, measure) => isNotable(measure) && change?.better === false],
  ['probable', (change) => change?.verdict.strength === 'probable'],
  ['recent', (_change, measure) => findReportedRecent(measure) !== null],
  [
    'recent-significantly-better',
    (_change, measure) => findReportedRecent(measure)?.verdict.outcome === 'better',
  ],
  [
    'recent-significantly-worse',
    (_change, measure) => findReportedRecent(measure)?.verdict.outcome === 'worse',
  ],
  ['recent-probable', (_change, measure) => findReportedRecent(measure)?.verdict.strength === 'probable'],
  [
    'recent-too-close',
    (_change, measure) => findReportedRecent(measure)?.verdict.outcome === 'cannot-be-said',
  ],
  ['not-significant', (change) => change?.verdict.outcome === 'no-clear-change'],
  ['too-close', (change) => change?.verdict.outcome === 'cannot-be-said'],
  ['not-tested', (change) => change === null || change.verdict.outcome === 'not-tested'],
]);

/**
 * `(which "better" "confidence" "worry" …)`: lists the named measures that changed so; `any` lists all of them. The name of
 * a survey adds all its measures. `except="confidence"` leaves a measure out.
 */
const which: Helper = ({ args: [outcome, ...ids], options, indicators }) => {
  const filter = FILTERS.get(outcome);
  if (!filter)
    throw new HelperCallError(`"${String(outcome)}" is not an outcome`, [...FILTERS.keys()].join(', '));
  return ids
    .flatMap((id) => findMeasures(indicators.measures, id))
    .filter((measure) => measure.id !== options['except'] && filter(measure.change, measure));
};

/** Returns true if a change is beyond doubt, as large as `notable:` asks for, and not undone in part in the last period. */
function isNotable(measure: Indicator): boolean {
  const { change } = measure;
  if (change?.verdict.strength !== 'firm' || !change.isNotable) return false;
  const recent = findReportedRecent(measure);
  return recent === null || recent.direction === change.direction;
}

/**
 * `{{#if (sustained measures.x)}}`: true if the change is significant and the two latest steps between figures that share no
 * data went the same way. Rolling years are compared with the year before, and that one with the year before it.
 */
const sustained: Helper = ({ args: [measure], inputs }) => {
  if (!isIndicator(measure)) throw new HelperCallError('this is not a measure', '(sustained measures.name)');
  const { change, periodsApart } = measure;
  if (!change?.verdict.significant) return false;
  const [latest, before, earliest] = [0, -1, -2].map((steps) =>
    findFigure(measure, shiftPeriod(inputs.period, steps * periodsApart)),
  );
  return [
    [before, latest],
    [earliest, before],
  ].every(([from, to]) => from && to && findPrintedDirection(from, to) === change.direction);
};

/** Returns the direction between two figures as printed. A difference that is not printed is none. */
function findPrintedDirection(from: Figure, to: Figure): Change['direction'] {
  if (from.value === null || to.value === null) return 'unknown';
  if (formatValue(from) === formatValue(to)) return 'unchanged';
  if (to.groups) return compareGaps(from.value, to.value);
  return to.value > from.value ? 'rose' : 'fell';
}

/** Finds the measures of a survey, or the measure with that id. */
function findMeasures(measures: Readonly<Record<string, Indicator>>, id: unknown): Indicator[] {
  const ofSurvey = Object.values(measures).filter(({ survey }) => survey !== null && survey === id);
  if (ofSurvey.length > 0) return ofSurvey;
  const measure = typeof id === 'string' && Object.hasOwn(measures, id) ? measures[id] : undefined;
  if (measure) return [measure];
  const known = Object.keys(measures);
  throw makeUnknownNameError(`no measure is called "${String(id)}"`, String(id), known);
}

export const measureHelpers = {
  which: defineHelper(which, Infinity, 'except'),
  sustained: defineHelper(sustained, 1),
} satisfies Record<string, HelperDefinition>;
